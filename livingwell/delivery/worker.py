"""The worker: sends what waits, asks what became of it, and fetches what came in.

Any number of them may run. Each takes a message by marking it in the database before it hands anything over, so no two
send the same one; and what a worker was handing over when it was cut off is never sent again by itself.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import chain, takewhile
from threading import Event, Thread

from flask import Flask
from sqlalchemy.exc import OperationalError

from livingwell.config import Settings
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, place_of
from livingwell.delivery.above import above
from livingwell.delivery.actions.asking import record_found, record_told, take_next_question
from livingwell.delivery.actions.chores import take_chore
from livingwell.delivery.actions.receiving import hand_on, keep_texts
from livingwell.delivery.actions.recording import record_outcome
from livingwell.delivery.actions.taking import mark_cut_off, take_next
from livingwell.delivery.carriers import Carriers, carriers_for
from livingwell.delivery.carriers.notify import NotifyCarrier, NotifyUnreachable, TextIn
from livingwell.delivery.carriers.outcome import Outcome, put_off, unsure
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.queries.due import are_known, is_anything_to_send, outages, texts_to_hand_on

log = logging.getLogger("livingwell.delivery")

AT_ONCE = 50
"""How many messages are sent before the worker looks at its other work."""

IDLE_SECONDS = 2.0
FETCH_EVERY = timedelta(seconds=30)
SWEEP_EVERY = timedelta(seconds=5)
RECORD_AGAIN_AFTER = (0.1, 0.5, 1.0, 3.0, 5.0)  # seconds, while others keep the database busy

SLEPT = "The computer stood still while this was to be sent."
OUR_FAULT = "Something went wrong on our side while this was being sent."


class Worker:
    """One worker. `carriers` take the messages; without them, those that the settings name."""

    def __init__(self, app: Flask, carriers: Carriers | None = None) -> None:
        settings: Settings = app.config["LIVINGWELL"]
        self._app = app
        self._carriers = carriers or carriers_for(settings)
        self._lease = timedelta(seconds=settings.lease_seconds)
        self._notify = next((each for each in self._carriers.values() if isinstance(each, NotifyCarrier)), None)

    def run(self, stop: Event, *, once: bool = False) -> None:
        """Work until it is to stop, or `once` until nothing is due. What it has begun it finishes."""
        if not once:
            Thread(target=self._work_beside, args=(stop,), daemon=True).start()
        while not stop.is_set():
            if self.work(stop) or (once and self._safely(self._beside)):
                continue
            if once:
                return
            stop.wait(IDLE_SECONDS)

    def _work_beside(self, stop: Event) -> None:
        """Long work in a thread of its own. It isn't waited for at the end: what is cut off there begins again."""
        while not stop.is_set():
            if not self._safely(self._beside):
                stop.wait(IDLE_SECONDS)

    def _beside(self) -> bool:
        return above.work_beside is not None and above.work_beside()

    def work(self, stop: Event | None = None) -> bool:
        """Do some of everything that is due. Answers whether there was anything."""
        stop = stop or Event()
        kinds = (self._sweep, self._make, self._send, self._ask, self._fetch, self._hand_on)
        done = [self._some_of(kind, stop) for kind in kinds]
        return any(done)

    def _some_of(self, kind: Callable[[], bool], stop: Event) -> bool:
        for done in range(AT_ONCE):
            if stop.is_set() or not self._safely(kind):
                return done > 0
        return True

    def _safely(self, kind: Callable[[], bool]) -> bool:
        """One piece of work, in a session of its own. The log names the place of what went wrong, never the words."""
        try:
            with self._app.app_context():
                return kind()
        except Exception as error:
            log.error("%s at %s", type(error).__name__, place_of(error))
            return False

    def _sweep(self) -> bool:
        return take_chore("sweep", SWEEP_EVERY) and mark_cut_off() > 0

    def _make(self) -> bool:
        """Write one message that was asked for and that nobody has written yet."""
        return above.make_messages is not None and above.make_messages()

    def _send(self) -> bool:
        """Hand one message over."""
        channels = self._open_channels()
        if not is_anything_to_send(channels):
            return False
        message = take_next(channels, self._lease)
        if message is not None:
            outcome = self._handed_over(message)
            _record(message, outcome)
        return True

    def _open_channels(self) -> list[Channel]:
        closed = {channel for channel, outage in outages().items() if outage.until > now()}
        return [channel for channel in self._carriers if channel not in closed]

    def _handed_over(self, message: Message) -> Outcome:
        delivery = message.delivery
        if delivery.due_at and now() >= delivery.due_at:
            return put_off(SLEPT)  # others count it as cut off already
        try:
            return self._carriers[message.channel].hand_over(message, delivery.reference)
        except Exception as error:
            log.error("%s at %s", type(error).__name__, place_of(error))
            return unsure(OUR_FAULT)

    def _ask(self) -> bool:
        """Ask Notify about one message."""
        if self._notify is None:
            return False
        delivery = take_next_question()
        if delivery is None:
            return False
        try:
            if delivery.state is DeliveryState.UNSURE:
                record_found(delivery.message_id, self._notify.found_by(delivery.reference))
            else:
                record_told(delivery.message_id, self._notify.told_of(delivery.provider_id))
        except NotifyUnreachable:
            return False
        return True

    def _fetch(self) -> bool:
        """Fetch the texts that came in since the last time."""
        if self._notify is None or not take_chore("fetch texts", FETCH_EVERY):
            return False
        try:
            return keep_texts(_new_texts(self._notify)) > 0
        except NotifyUnreachable:
            return False

    def _hand_on(self) -> bool:
        """Have texts filed. One that can't be is tried again later, and holds none of the others up."""
        if above.file_text is None:
            return False
        handed_on = [self._safely(partial(hand_on, text_id)) for text_id in texts_to_hand_on()]
        return any(handed_on)


def _new_texts(notify: NotifyCarrier) -> list[TextIn]:
    """The texts that were not kept yet, from all pages up to one that is known whole.

    They are kept in one go: were newer ones kept first and the rest then lost, nobody would look for it.
    """
    pages = takewhile(lambda page: not are_known([text.provider_id for text in page]), notify.received())
    return list(chain.from_iterable(pages))


def _record(message: Message, outcome: Outcome) -> None:
    """Keep what happened. Were it lost, nobody would know whether the message went: so it is tried for a while."""
    for seconds in RECORD_AGAIN_AFTER:
        try:
            return record_outcome(message.id, message.delivery.tries, outcome)
        except (OperationalError, Conflict):
            time.sleep(seconds)
    return record_outcome(message.id, message.delivery.tries, outcome)
