"""What went out through the outbox, and what came back, as events in time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from flask import current_app

from livingwell.config import Settings
from livingwell.contacts.actions.replying import deal_with_reply
from livingwell.contacts.actions.sending import send_letter
from livingwell.contacts.actions.writing import prepare_letter, write_letter
from livingwell.contacts.models import PressedAnswer
from livingwell.contacts.queries.replies import replies_of
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.clock import now
from livingwell.delivery.actions.receiving import keep_texts
from livingwell.delivery.carriers import carriers_for
from livingwell.delivery.carriers.notify import TextIn
from livingwell.delivery.worker import Worker
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_reaching import AnswerByText, LetterStory, ReachStory, UnknownText
from livingwell.people.models import Person

A_MINUTE = timedelta(minutes=1)


class LetterTelling:
    """One person's letters. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, story: ReachStory, cast: Cast) -> None:
        self.story = story
        self.cast = cast

    def events(self) -> Iterator[Event]:
        """Each is written and sent, kept on this machine a minute later, and perhaps answered."""
        for told in self.story.letters:
            at = self.cast.at(told.days_ago, told.hour, told.minute)
            yield Event(at, partial(self._send, told))
            yield Event(at + A_MINUTE, work)
            if told.answer:
                yield from self._answer_events(at + timedelta(minutes=told.answer.minutes), told.answer)

    def _answer_events(self, at: datetime, told: AnswerByText) -> Iterator[Event]:
        yield Event(at, lambda: receive(self._person.mobile, told.words))
        if told.dealt_by:
            yield Event(at + A_MINUTE, partial(self._deal_with, told))

    def _send(self, told: LetterStory) -> None:
        actor = self.cast.actors[told.by]
        command = WriteLetter(told.way, told.words, told.subject, asks_for_answer=told.asks_yes_or_no)
        prepared = prepare_letter(self._person, command, _no_link, actor)
        send_letter(write_letter(self._person, prepared, actor), self._person, actor)

    def _deal_with(self, told: AnswerByText) -> None:
        latest = replies_of(self._person.id)[0]
        deal_with_reply(latest, self._person, self.cast.actors[told.dealt_by])

    @property
    def _person(self) -> Person:
        return self.cast.people[self.story.person]


def unknown_text_events(told: UnknownText, cast: Cast) -> Iterator[Event]:
    """A text from a number that is on nobody's record."""
    yield Event(cast.at(told.days_ago, told.hour), partial(receive, told.number, told.words))


def receive(number: str, words: str) -> None:
    """A text comes in and is filed, as the worker does it."""
    keep_texts([TextIn(str(uuid4()), number, words, now())])
    work()


def work() -> None:
    """What the demo's worker would do now: nothing leaves the machine, whatever the settings say."""
    settings: Settings = current_app.config["LIVINGWELL"]
    carriers = carriers_for(replace(settings, demo=True))
    Worker(current_app._get_current_object(), carriers).work()  # type: ignore[attr-defined]


def _no_link(_token: str, _answer: PressedAnswer) -> str:
    """The demo's stories send no e-mail that asks for an answer by one press."""
    return ""
