"""Texts and letters by a server that answers as GOV.UK Notify does: accept, refuse, fail, and break off."""

import logging
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask

from livingwell.core import clock
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.delivery.carriers.notify import NotifyCarrier
from livingwell.delivery.carriers.outcome import Verdict
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.queries import message_in_full, messages_for_a_person, print_queue, states_of
from tests.delivery.conftest import TIMEOUT, OurWorker
from tests.factories.delivery import A_PDF, make_message
from tests.harness.notify_server import (
    BAD_NUMBER,
    ITS_FAULT,
    NOT_OURS,
    TEMPLATE,
    TOO_FAST,
    Fault,
    NotifySink,
)
from tests.harness.ports import free_port

LATER = timedelta(minutes=15)


def state_of(message: Message) -> DeliveryState:
    return states_of([message.id])[message.id].state


def set_status(notify: NotifySink, status: str) -> None:
    for message in notify.messages.values():
        message["status"] = status


def test_a_text_goes_with_its_words_and_a_reference_that_tells_nothing(worker: OurWorker, notify: NotifySink) -> None:
    message = make_message(Channel.TEXT)

    worker.work_off()

    [taken] = notify.messages.values()
    assert (taken["phone_number"], taken["template_id"]) == ("07700 900123", TEMPLATE)
    assert taken["personalisation"] == {"words": "Hello Amara, this is Jo."}
    assert taken["reference"] == f"{message.id}.1"
    assert state_of(message) is DeliveryState.HANDED_OVER


def test_a_letter_goes_as_its_own_pages(worker: OurWorker, notify: NotifySink) -> None:
    make_message(Channel.LETTER)

    worker.work_off()

    assert [taken["pdf"] for taken in notify.messages.values()] == [A_PDF]


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (BAD_NUMBER, Verdict.REFUSED),
        (NOT_OURS, Verdict.REFUSED),
        (TOO_FAST, Verdict.DOWN),
        (ITS_FAULT, Verdict.DOWN),
        (Fault.DROPPED_UNREAD, Verdict.UNSURE),
        (Fault.DROPPED_AFTER_TAKING, Verdict.UNSURE),
        (Fault.SILENT_AFTER_TAKING, Verdict.UNSURE),
        (Fault.GIBBERISH_AFTER_TAKING, Verdict.UNSURE),
        (Fault.BAD_GATEWAY_AFTER_TAKING, Verdict.UNSURE),
    ],
)
def test_what_notify_answers_settles_what_becomes_of_it(
    app: Flask, notify: NotifySink, answer: object, verdict: Verdict
) -> None:
    notify.next.append(answer)
    message = message_in_full(make_message(Channel.TEXT).id)

    assert NotifyCarrier(notify.settings, TIMEOUT).hand_over(message, "1.1").verdict is verdict


def test_where_notify_was_never_reached_nothing_was_sent(app: Flask, notify: NotifySink) -> None:
    nowhere = replace(notify.settings, url=f"http://127.0.0.1:{free_port()}")
    message = message_in_full(make_message(Channel.TEXT).id)

    assert NotifyCarrier(nowhere, TIMEOUT).hand_over(message, "1.1").verdict is Verdict.DOWN


def test_a_refusal_says_what_notify_said_and_what_to_do(worker: OurWorker, notify: NotifySink) -> None:
    notify.next.append(BAD_NUMBER)
    message = make_message(Channel.TEXT, about := uuid4())

    worker.work_off()

    [waiting] = messages_for_a_person([about])
    assert (waiting.id, waiting.delivery.state) == (message.id, DeliveryState.REFUSED)
    assert waiting.delivery.said == "GOV.UK Notify says: phone_number Not enough digits"
    assert waiting.delivery.what_to_do == "Check the number with the person, or write another way."


def test_a_key_that_is_refused_refuses_one_message_and_keeps_the_others_waiting(
    worker: OurWorker, notify: NotifySink
) -> None:
    notify.next.append(NOT_OURS)
    messages = [make_message(Channel.TEXT) for _ in range(3)]

    worker.work_off()

    assert [state_of(message) for message in messages] == [
        DeliveryState.REFUSED,
        DeliveryState.WAITING,
        DeliveryState.WAITING,
    ]


def test_what_was_cut_off_and_went_is_found_by_our_reference(worker: OurWorker, notify: NotifySink) -> None:
    notify.next.append(Fault.DROPPED_AFTER_TAKING)
    message = make_message(Channel.TEXT)
    worker.work_off()
    assert state_of(message) is DeliveryState.UNSURE

    with clock.fixed(now() + LATER):
        worker.work_off()

    assert state_of(message) is DeliveryState.HANDED_OVER
    assert notify.references == [f"{message.id}.1"]


def test_what_notify_never_heard_of_did_not_go_and_goes_then(worker: OurWorker, notify: NotifySink) -> None:
    notify.next.append(Fault.DROPPED_UNREAD)
    message = make_message(Channel.TEXT)
    worker.work_off()
    worker.work_off()
    assert notify.references == []

    with clock.fixed(now() + LATER):
        worker.work_off()

    assert notify.references == [f"{message.id}.2"]


def test_what_notify_may_have_forgotten_is_left_to_a_person(worker: OurWorker, notify: NotifySink) -> None:
    notify.next.append(Fault.DROPPED_UNREAD)
    message = make_message(Channel.TEXT)
    worker.work_off()

    with clock.fixed(now() + timedelta(days=7)):
        worker.work_off()

    assert state_of(message) is DeliveryState.UNSURE
    assert notify.references == []


def test_while_notify_does_not_answer_we_stay_unsure(worker: OurWorker, notify: NotifySink) -> None:
    notify.next.append(Fault.DROPPED_UNREAD)
    message = make_message(Channel.TEXT)
    worker.work_off()
    notify.is_out_of_order = True

    with clock.fixed(now() + LATER):
        worker.work_off()

    assert state_of(message) is DeliveryState.UNSURE


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("delivered", DeliveryState.DELIVERED),
        ("permanent-failure", DeliveryState.REFUSED),
        ("temporary-failure", DeliveryState.REFUSED),
        ("technical-failure", DeliveryState.REFUSED),
        ("sending", DeliveryState.HANDED_OVER),
        ("sent", DeliveryState.HANDED_OVER),
    ],
)
def test_notify_is_asked_what_became_of_a_text(
    worker: OurWorker, notify: NotifySink, status: str, state: DeliveryState
) -> None:
    message = make_message(Channel.TEXT)
    worker.work_off()
    set_status(notify, status)

    with clock.fixed(now() + LATER):
        worker.work_off()

    assert state_of(message) is state


@pytest.mark.parametrize("when", ["at once", "later"])
def test_a_letter_that_notify_does_not_print_goes_to_the_print_queue_once(
    worker: OurWorker, notify: NotifySink, when: str
) -> None:
    notify.next.extend([BAD_NUMBER] if when == "at once" else [])
    letter = make_message(Channel.LETTER, about := uuid4())
    worker.work_off()
    set_status(notify, "validation-failed")

    with clock.fixed(now() + LATER):
        worker.work_off()

    [printed] = print_queue([about])
    assert (printed.in_place_of_id, message_in_full(printed.id).pdf) == (letter.id, A_PDF)
    assert messages_for_a_person([about]) == []


def test_a_message_that_notify_has_forgotten_keeps_nobody_from_asking_about_others(
    worker: OurWorker, notify: NotifySink
) -> None:
    forgotten, other = make_message(Channel.TEXT), make_message(Channel.TEXT)
    worker.work_off()
    for taken in [key for key, each in notify.messages.items() if each["reference"] == f"{forgotten.id}.1"]:
        del notify.messages[taken]
    set_status(notify, "delivered")
    with clock.fixed(now() + LATER):
        worker.work_off()
    assert state_of(forgotten) is DeliveryState.HANDED_OVER
    assert state_of(other) is DeliveryState.DELIVERED


def test_the_packages_above_may_lay_a_refused_letter_out_anew(worker: OurWorker, notify: NotifySink) -> None:
    laid_out = []
    above.print_instead = lambda letter: laid_out.append((letter.id, letter.pdf))
    notify.next.append(BAD_NUMBER)
    letter = make_message(Channel.LETTER, about := uuid4())

    worker.work_off()

    assert laid_out == [(letter.id, A_PDF)]
    assert print_queue([about]) == []


def test_the_log_holds_no_number_and_no_words(
    worker: OurWorker, notify: NotifySink, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = (400, [{"error": "ValidationError", "message": "phone_number 07700 900123 is not allowed"}])
    notify.next.extend([told, Fault.DROPPED_AFTER_TAKING, ITS_FAULT])
    for _ in range(3):
        make_message(Channel.TEXT)

    worker.work_off()

    assert "07700" not in caplog.text
    assert "Amara" not in caplog.text
