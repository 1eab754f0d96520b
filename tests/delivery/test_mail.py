"""E-mail by a real mail server on loopback: what goes out, and what each way of failing means."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.config import MailServer
from livingwell.contacts.queries.notices import notices
from livingwell.core import clock
from livingwell.core.clock import now
from livingwell.delivery.carriers.mail import MailCarrier
from livingwell.delivery.carriers.outcome import Verdict
from livingwell.delivery.models import Channel, DeliveryState, Message, Outage
from livingwell.delivery.queries import message_in_full, states_of
from livingwell.extensions import db
from tests.delivery.conftest import TIMEOUT, OurWorker, carriers
from tests.factories.delivery import AN_APPOINTMENT, make_message
from tests.harness.mail_server import SENDER, Fault, MailSink
from tests.harness.notify_server import NotifySink
from tests.harness.ports import free_port

ODD_LINES = "\n.A dot begins this line\r\nand a Windows line end this one\n\n.\nŁucja’s words  \n"


def state_of(message: Message) -> DeliveryState:
    return states_of([message.id])[message.id].state


def carrier(server: MailServer) -> MailCarrier:
    return MailCarrier(server, TIMEOUT)


def test_what_arrives_is_what_was_previewed_byte_for_byte(worker: OurWorker, mail: MailSink) -> None:
    html = f"<html><body><p>{ODD_LINES}</p></body></html>"
    message = make_message(text=ODD_LINES, html=html, subject="From Łucja", files=(AN_APPOINTMENT,))

    worker.work_off()

    [received] = mail.mails
    plain, rich = (received.get_body((kind,)) for kind in ("plain", "html"))
    assert plain.get_payload(decode=True) == ODD_LINES.encode()
    assert rich.get_payload(decode=True) == html.encode()
    [file] = received.iter_attachments()
    assert (file.get_content_type(), file.get_filename()) == ("text/calendar", "appointment.ics")
    assert file.get_payload(decode=True) == AN_APPOINTMENT.content
    assert (received["From"], received["To"], received["Subject"]) == (SENDER, "amara@example.com", "From Łucja")
    assert state_of(message) is DeliveryState.HANDED_OVER


def test_only_what_nobody_pressed_send_for_says_that_it_is_automatic(worker: OurWorker, mail: MailSink) -> None:
    make_message()
    worker.work_off()
    make_message(asked_by_id=uuid4())
    worker.work_off()

    assert [mail["Auto-Submitted"] for mail in mail.mails] == ["auto-generated", None]


def test_an_address_with_accents_is_written_to(worker: OurWorker, mail: MailSink) -> None:
    make_message(to_address="łucja@example.com")

    worker.work_off()

    assert [received["To"] for received in mail.mails] == ["łucja@example.com"]


@pytest.mark.parametrize(
    ("command", "answer", "verdict"),
    [
        ("MAIL", "550 5.7.1 Sender not allowed", Verdict.DOWN),
        ("MAIL", "552 5.3.4 Message too big", Verdict.REFUSED),
        ("RCPT", "550 5.1.1 No such user here", Verdict.REFUSED),
        ("RCPT", "530 5.7.0 Authentication required", Verdict.DOWN),
        ("RCPT", "451 4.7.1 Greylisted", Verdict.PUT_OFF),
        ("RCPT", "421 Closing", Verdict.DOWN),
        ("DATA", "554 5.7.1 Looks like spam", Verdict.REFUSED),
        ("DATA", "452 4.3.1 Out of storage", Verdict.PUT_OFF),
    ],
)
def test_what_the_server_answers_settles_what_becomes_of_it(
    app: Flask, mail: MailSink, command: str, answer: str, verdict: Verdict
) -> None:
    mail.answers[command] = answer
    message = message_in_full(make_message().id)

    outcome = carrier(mail.settings).hand_over(message, "1")

    assert outcome.verdict is verdict
    assert "5.1.1" not in outcome.said
    assert mail.taken == []


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [
        (Fault.DROPPED_AT_ADDRESS, Verdict.DOWN),
        (Fault.DROPPED_AFTER_CONTENT, Verdict.UNSURE),
        (Fault.SILENT_AFTER_CONTENT, Verdict.UNSURE),
    ],
)
def test_a_broken_connection_leaves_us_unsure_only_once_everything_was_sent(
    app: Flask, mail: MailSink, fault: Fault, verdict: Verdict
) -> None:
    mail.faults.append(fault)
    message = message_in_full(make_message().id)

    assert carrier(mail.settings).hand_over(message, "1").verdict is verdict


@pytest.mark.parametrize(
    "changes",
    [{"tls": "starttls"}, {"tls": "tls"}, {"user": "living", "password": "well"}],
    ids=["no STARTTLS", "no TLS", "nobody to sign in"],
)
def test_nothing_is_sent_with_less_protection_than_was_asked_for(
    app: Flask, mail: MailSink, changes: dict[str, str]
) -> None:
    message = message_in_full(make_message().id)

    assert carrier(replace(mail.settings, **changes)).hand_over(message, "1").verdict is Verdict.DOWN
    assert mail.taken == []


def test_a_refusal_says_what_the_server_said_and_what_to_do(worker: OurWorker, mail: MailSink) -> None:
    mail.answers["RCPT"] = "550 5.1.1 No such user here"
    message = make_message()

    worker.work_off()

    delivery = states_of([message.id])[message.id]
    assert delivery.state is DeliveryState.REFUSED
    assert delivery.said == "The mail server says: No such user here"
    assert delivery.what_to_do == "Check the address with the person, or write another way."


def test_what_is_put_off_is_tried_again_and_goes(worker: OurWorker, mail: MailSink) -> None:
    mail.answers["RCPT"] = "451 Greylisted"
    message = make_message()
    worker.work_off()
    assert state_of(message) is DeliveryState.FAILING

    mail.answers.clear()
    with clock.fixed(now() + timedelta(minutes=1)):
        worker.work_off()

    assert mail.ids == [str(message.id)]


def test_what_is_put_off_for_three_days_goes_to_a_person(worker: OurWorker, mail: MailSink) -> None:
    mail.answers["RCPT"] = "451 Greylisted"
    message = make_message()
    for hours in range(75):
        with clock.fixed(now() + timedelta(hours=hours)):
            worker.work_off()

    assert state_of(message) is DeliveryState.STOPPED


def test_a_server_that_is_down_for_a_day_loses_nothing_and_today_can_say_since_when(
    app: Flask, mail: MailSink, notify: NotifySink
) -> None:
    nobody = OurWorker(app, carriers(replace(mail.settings, port=free_port()), notify.settings))
    messages = [make_message().id for _ in range(3)]
    start = now()
    for hours in range(24):
        with clock.fixed(start + timedelta(hours=hours)):
            nobody.work_off()

    with clock.fixed(start + timedelta(hours=24)):
        [behind] = notices()
        assert (behind.what, behind.count, behind.since, behind.is_down) == (Channel.EMAIL, 3, start, True)
        assert [outage.said for outage in db.session.scalars(select(Outage))] == ["The mail server can’t be reached."]
        OurWorker(app, carriers(mail.settings, notify.settings)).work_off()
        assert sorted(mail.ids) == sorted(map(str, messages))
        assert notices() == []


def test_when_nobody_sends_at_all_today_can_say_that_too(app: Flask) -> None:
    make_message()

    assert notices() == []
    with clock.fixed(now() + timedelta(hours=2)):
        [behind] = notices()

    assert (behind.count, behind.is_down) == (1, False)
