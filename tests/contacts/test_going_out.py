"""Letters on their way, by a real mail server and a real server that answers as GOV.UK Notify does."""

from collections.abc import Iterator

import pytest
from flask import Flask

from livingwell.adjustments.models import Background, Standing, Way
from livingwell.contacts.actions import deciding
from livingwell.contacts.models import Contact, Letter, Outcome, PressedAnswer
from livingwell.contacts.queries.contacts import contacts_of
from livingwell.contacts.queries.letters import letter_of
from livingwell.contacts.queries.outgoing import letters_to_print
from livingwell.contacts.queries.replies import replies_of
from livingwell.contacts.wording.pdf import can_make_pdf
from tests.delivery.conftest import OurWorker, carriers
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.discussions import as_member
from tests.factories.letters import asked_of, make_reachable, make_sent
from tests.harness.mail_server import Fault, MailSink, mail_server
from tests.harness.notify_server import BAD_NUMBER, NotifySink, notify_server

BEST = {Way.EMAIL: Standing.BEST, Way.TEXT: Standing.FINE, Way.LETTER: Standing.FINE}
WORDS = "Dear Amara,\n\nIs Tuesday good?\n\n- 1pm\n- 2pm\n\n😀 مرحبا"
needs_pdf = pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")


@pytest.fixture
def mail() -> Iterator[MailSink]:
    with mail_server() as sink:
        yield sink


@pytest.fixture
def notify() -> Iterator[NotifySink]:
    with notify_server() as sink:
        yield sink


@pytest.fixture
def worker(app: Flask, desk: Desk, mail: MailSink, notify: NotifySink) -> OurWorker:
    make_reachable(desk.amara)
    return OurWorker(app, carriers(mail.settings, notify.settings))


def shown(app: Flask, desk: Desk, letter_id: object, part: str) -> bytes:
    """What a member's browser is sent for the preview."""
    return as_member(app, desk.priya).get(f"/people/{desk.amara.id}/messages/{letter_id}/{part}").get_data()


def last_contact(desk: Desk) -> Contact:
    return contacts_of(desk.amara.id).rows[0]


def letter_in(desk: Desk, letter_id: object) -> Letter:
    return letter_of(desk.amara.id, letter_id)


def test_the_email_that_arrives_is_the_one_that_was_previewed(
    app: Flask, desk: Desk, worker: OurWorker, mail: MailSink
) -> None:
    tell_preferences(
        desk.amara, desk.nurse, BEST, font_points=28, background=Background.PINK, is_bulleted=True, is_audio_ready=True
    )
    sent = make_sent(desk.amara, desk.nurse, Way.EMAIL, WORDS, asks_for_answer=True)
    page, text = (shown(app, desk, sent.letter_id, part) for part in ("page", "letter.txt"))
    worker.work_off()
    [received] = mail.mails
    assert received.get_body(("html",)).get_payload(decode=True) == page
    assert received.get_body(("plain",)).get_payload(decode=True) == text
    [file] = received.iter_attachments()
    assert file.get_payload(decode=True) == text
    assert b"28pt/" in page
    assert b"#fde4ee" in page
    assert received["Subject"] == "Our time on Tuesday"


@needs_pdf
def test_the_pages_that_the_post_service_gets_are_those_that_were_previewed(
    app: Flask, desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    tell_preferences(desk.amara, desk.nurse, BEST, font_points=24)
    sent = make_sent(desk.amara, desk.nurse, Way.LETTER, WORDS)
    pages = shown(app, desk, sent.letter_id, "letter.pdf")
    worker.work_off()
    [taken] = notify.messages.values()
    assert taken["pdf"] == pages


def test_the_text_that_goes_is_the_one_that_was_previewed(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    sent = make_sent(desk.amara, desk.nurse, Way.TEXT, WORDS, asks_for_answer=True)
    worker.work_off()
    [taken] = notify.messages.values()
    assert taken["personalisation"]["words"] == letter_in(desk, sent.letter_id).text


def test_what_the_provider_refuses_did_not_arrive_and_the_sender_is_told(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    sent = make_sent(desk.amara, desk.nurse)
    notify.next.append(BAD_NUMBER)
    worker.work_off()
    assert last_contact(desk).outcome is Outcome.NOT_DELIVERED
    assert asked_of(desk.nurse) == [sent.letter_id]


def test_sent_again_it_is_on_its_way(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    sent = make_sent(desk.amara, desk.nurse)
    notify.next.append(BAD_NUMBER)
    worker.work_off()
    deciding.decide(letter_in(desk, sent.letter_id), deciding.AGAIN, desk.nurse)
    assert last_contact(desk).outcome is Outcome.SENT
    worker.work_off()
    assert len(notify.messages) == 1


@needs_pdf
def test_a_letter_that_the_post_service_refuses_is_printed_here(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    sent = make_sent(desk.amara, desk.nurse, Way.LETTER)
    notify.next.append(BAD_NUMBER)
    worker.work_off()
    assert last_contact(desk).outcome is Outcome.SENT
    assert [each.letter.id for each in letters_to_print(desk.nurse)] == [sent.letter_id]
    deciding.decide(letter_in(desk, sent.letter_id), deciding.PRINTED, desk.nurse)
    assert letters_to_print(desk.nurse) == []


def test_an_answer_by_text_comes_back_to_the_question(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    sent = make_sent(desk.amara, desk.nurse, asks_for_answer=True)
    notify.receive("447700900123", "More time")
    worker.work_off()
    [reply] = replies_of(desk.amara.id)
    assert (reply.letter_id, reply.pressed) == (sent.letter_id, PressedAnswer.MORE_TIME)
    assert last_contact(desk).outcome is Outcome.REPLIED


@pytest.mark.parametrize(("went", "mails"), [(deciding.WENT, 1), (deciding.DID_NOT_GO, 2)])
def test_of_an_email_that_may_have_gone_a_member_decides(
    app: Flask, desk: Desk, worker: OurWorker, mail: MailSink, went: str, mails: int
) -> None:
    sent = make_sent(desk.amara, desk.nurse, Way.EMAIL)
    mail.faults.append(Fault.DROPPED_AFTER_CONTENT)
    worker.work_off()
    mail.faults.clear()
    priya, messages = as_member(app, desk.priya), f"/people/{desk.amara.id}/messages"
    assert "We don’t know if this went" in priya.get(messages).get_data(as_text=True)
    assert asked_of(desk.nurse) == [sent.letter_id]
    assert priya.post(f"{messages}/{sent.letter_id}/decision/{went}").status_code == 303
    worker.work_off()
    assert len(mail.mails) == mails
    assert asked_of(desk.nurse) == []
