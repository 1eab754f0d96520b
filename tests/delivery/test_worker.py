"""When a message may go, who may send it, and what is known when a worker is cut off."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from flask import Flask

from livingwell.config import Settings
from livingwell.contacts.queries.notices import notices
from livingwell.core import clock
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.delivery.actions.recording import record_outcome
from livingwell.delivery.actions.taking import take_next
from livingwell.delivery.carriers import carriers_for
from livingwell.delivery.carriers.outcome import accepted, down, put_off, refused
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.queries import (
    message_in_full,
    messages_about,
    messages_for_a_person,
    print_queue,
    states_of,
)
from tests.delivery.conftest import OurWorker, carriers
from tests.factories.delivery import make_message, withdraw_messages
from tests.harness.mail_server import MailSink
from tests.harness.notify_server import NotifySink
from tests.harness.session import settle

HOUR = timedelta(hours=1)
LEASE = timedelta(minutes=5)
E_MAIL = (Channel.EMAIL,)


def state_of(message: Message) -> DeliveryState:
    return states_of([message.id])[message.id].state


def steps_of(message: Message) -> list[DeliveryState]:
    return [step.state for step in message_in_full(message.id).delivery.steps]


def test_a_reminder_goes_no_sooner_than_it_should(worker: OurWorker, mail: MailSink) -> None:
    message = make_message(not_before=now() + HOUR)
    worker.work_off()
    assert mail.taken == []

    with clock.fixed(now() + HOUR):
        worker.work_off()

    assert mail.ids == [str(message.id)]


def test_a_reminder_that_comes_too_late_is_stopped_for_a_person(worker: OurWorker, mail: MailSink) -> None:
    message = make_message(not_after=now() + HOUR)

    with clock.fixed(now() + 2 * HOUR):
        worker.work_off()

    [stopped] = messages_for_a_person([message.about])
    assert (stopped.delivery.state, stopped.delivery.said) == (
        DeliveryState.STOPPED,
        "It was not sent in time to be of use.",
    )
    assert mail.taken == []


def test_the_packages_above_are_asked_before_anything_is_handed_over(worker: OurWorker, mail: MailSink) -> None:
    asked = []

    def answer(about: object, channel: Channel, is_automatic: bool) -> str:
        asked.append((about, channel, is_automatic))
        return "Amara asked never to get e-mail." if is_automatic else ""

    above.may_still_go = answer
    reminder = make_message()
    letter = make_message(asked_by_id=uuid4())
    worker.work_off()

    assert sorted(asked, key=str) == sorted(
        [(reminder.about, Channel.EMAIL, True), (letter.about, Channel.EMAIL, False)], key=str
    )
    assert mail.ids == [str(letter.id)]
    [stopped] = messages_for_a_person([reminder.about])
    assert stopped.delivery.said == "Amara asked never to get e-mail."


def test_while_the_packages_above_cannot_answer_nothing_goes_and_nothing_is_lost(
    worker: OurWorker, mail: MailSink
) -> None:
    def fail(*_asked: object) -> str:
        raise RuntimeError("Amara")

    above.may_still_go = fail
    message = make_message()
    worker.work_off()

    assert mail.taken == []
    assert state_of(message) is DeliveryState.WAITING


def test_each_change_leaves_a_dated_row(worker: OurWorker) -> None:
    message = make_message()

    worker.work_off()

    assert steps_of(message) == [DeliveryState.HANDING_OVER, DeliveryState.HANDED_OVER]


def test_a_message_that_one_worker_has_is_not_taken_by_another(app: Flask) -> None:
    make_message()

    assert take_next(E_MAIL, LEASE) is not None
    assert take_next(E_MAIL, LEASE) is None


def test_two_workers_at_the_same_moment_never_take_the_same_message(app: Flask) -> None:
    messages = {make_message().id for _ in range(20)}
    settle()
    start, taken = Barrier(2), []

    def take() -> None:
        start.wait()
        for _ in range(20):
            with app.app_context():
                message = take_next(E_MAIL, LEASE)
                taken.extend([message.id] if message else [])

    threads = [Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(taken) == sorted(messages)


def test_what_was_being_handed_over_when_a_worker_was_cut_off_is_unsure(worker: OurWorker, mail: MailSink) -> None:
    message = make_message()
    take_next(E_MAIL, LEASE)

    with clock.fixed(now() + LEASE):
        worker.work_off()

    [unsure] = messages_for_a_person([message.about])
    assert unsure.delivery.said == "We were cut off while this was being sent, so we don’t know whether it went."
    assert mail.taken == []


def test_a_slow_worker_still_says_that_it_went(worker: OurWorker) -> None:
    message = make_message()
    take_next(E_MAIL, LEASE)
    with clock.fixed(now() + LEASE):
        worker.work_off()

    record_outcome(message.id, 1, accepted())

    assert state_of(message) is DeliveryState.HANDED_OVER


def test_a_slow_worker_does_not_undo_what_was_decided_meanwhile(app: Flask) -> None:
    message = make_message()
    take_next(E_MAIL, LEASE)
    record_outcome(message.id, 1, accepted())

    for late in (refused("no", ""), put_off("later"), down("gone")):
        record_outcome(message.id, 1, late)

    assert state_of(message) is DeliveryState.HANDED_OVER


def test_a_message_withdrawn_on_its_way_never_waits_again(app: Flask) -> None:
    message = make_message()
    take_next(E_MAIL, LEASE)

    assert withdraw_messages(message.about).on_their_way == 1
    record_outcome(message.id, 1, put_off("Greylisted"))

    assert state_of(message) is DeliveryState.CANCELLED


def test_one_message_that_breaks_the_channel_holds_no_other_up(app: Flask) -> None:
    first, second = make_message(), make_message()
    taken = take_next(E_MAIL, LEASE)
    record_outcome(taken.id, 1, down("It broke."))

    assert {taken.id, take_next(E_MAIL, LEASE).id} == {first.id, second.id}


def test_without_settings_nothing_leaves_the_machine(app: Flask) -> None:
    messages = {channel: make_message(channel) for channel in Channel}

    OurWorker(app).work_off()

    assert {channel: state_of(message) for channel, message in messages.items()} == {
        Channel.EMAIL: DeliveryState.KEPT,
        Channel.TEXT: DeliveryState.KEPT,
        Channel.LETTER: DeliveryState.REFUSED,
        Channel.PRINT: DeliveryState.WAITING,
    }
    assert len(print_queue([messages[Channel.LETTER].about])) == 1


def test_in_the_demo_nothing_leaves_the_machine_whatever_is_set(app: Flask, mail: MailSink, notify: NotifySink) -> None:
    settings = Settings(demo=True, mail=mail.settings, notify=notify.settings)
    messages = [make_message(channel) for channel in (Channel.EMAIL, Channel.TEXT, Channel.LETTER)]

    OurWorker(app, carriers_for(settings)).work_off()

    assert {state_of(message) for message in messages} == {DeliveryState.KEPT}
    assert (mail.taken, notify.messages) == ([], {})


def test_a_channel_that_is_down_keeps_the_others_going(app: Flask, mail: MailSink, notify: NotifySink) -> None:
    mail.answers["MAIL"] = "421 Closing"
    make_message()
    text = make_message(Channel.TEXT)

    OurWorker(app, carriers(mail.settings, notify.settings)).work_off()

    assert state_of(text) is DeliveryState.HANDED_OVER
    assert [behind.what for behind in notices()] == [Channel.EMAIL]


@pytest.mark.parametrize("count", [1, 40])
def test_looking_at_messages_takes_as_many_statements_however_many_there_are(
    app: Flask, count_statements: Callable[[], AbstractContextManager[list[str]]], count: int
) -> None:
    about = uuid4()
    for _ in range(count):
        make_message(about=about)

    with count_statements() as statements:
        messages_about(about)
        messages_for_a_person([about])

    assert len(statements) == 4
