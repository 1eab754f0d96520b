"""A message is in the outbox exactly when what caused it was kept."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid, UnrecordedWrite
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import File
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.policy import require_sendable
from livingwell.delivery.queries import message_in_full, messages_about, print_queue, states_of
from livingwell.extensions import db
from tests.factories.delivery import AN_APPOINTMENT, WANTED, make_message, withdraw_messages

BREAKS = "Wednesday\r\nBcc: everybody@example.com"


def test_a_message_waits_once_its_cause_is_kept(app: Flask) -> None:
    message = make_message(about=(about := uuid4()))

    [kept] = messages_about(about)
    assert (kept.id, kept.delivery.state) == (message.id, DeliveryState.WAITING)


def test_there_is_no_message_where_its_cause_failed(app: Flask) -> None:
    with pytest.raises(Conflict), atomic():
        put_in_outbox(WANTED[Channel.EMAIL])
        raise Conflict("what would have caused it")

    assert db.session.scalar(select(func.count()).select_from(Message)) == 0


def test_a_message_needs_the_audit_entry_of_its_cause(app: Flask) -> None:
    with pytest.raises(UnrecordedWrite):
        put_in_outbox(WANTED[Channel.TEXT])


def test_what_goes_out_is_kept_byte_for_byte(app: Flask) -> None:
    words = "  Two spaces,\r\na Windows line and\na plain one\n\n"
    message = make_message(text=words, html=f"<pre>{words}</pre>", files=(AN_APPOINTMENT,))

    kept = message_in_full(message.id)

    assert (kept.text, kept.html) == (words, f"<pre>{words}</pre>")
    assert [(file.name, file.content) for file in kept.attachments] == [(AN_APPOINTMENT.name, AN_APPOINTMENT.content)]


@pytest.mark.parametrize(
    ("channel", "changes", "field"),
    [
        (Channel.EMAIL, {"to_address": "amara at example"}, "to_address"),
        (Channel.EMAIL, {"to_address": "a@example.com\nBcc: b@example.com"}, "to_address"),
        (Channel.EMAIL, {"subject": BREAKS}, "subject"),
        (Channel.EMAIL, {"text": " "}, "text"),
        (Channel.EMAIL, {"files": (File("a.ics", "text/calendar", b""),)}, "files"),
        (Channel.EMAIL, {"files": (File("a.ics", "text/calendar", b"Dear Amara"),)}, "files"),
        (Channel.EMAIL, {"files": (File("a\r\nb.ics", "text/calendar", AN_APPOINTMENT.content),)}, "files"),
        (Channel.TEXT, {"to_address": "12"}, "to_address"),
        (Channel.TEXT, {"files": (AN_APPOINTMENT,)}, "files"),
        (Channel.LETTER, {"pdf": None}, "pdf"),
        (Channel.LETTER, {"pdf": b"<html>"}, "pdf"),
        (Channel.PRINT, {"pdf": None}, "text"),
    ],
)
def test_what_could_not_go_out_is_refused_by_its_field(
    channel: Channel, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        require_sendable(replace(WANTED[channel], **changes))

    assert list(refused.value.messages) == [field]


def test_a_message_is_never_due_too_late() -> None:
    late = replace(WANTED[Channel.TEXT], not_before=now(), not_after=now() - timedelta(hours=1))

    with pytest.raises(Invalid, match="too late"):
        require_sendable(late)


def test_everything_that_waits_about_somebody_is_cancelled(app: Flask) -> None:
    about = uuid4()
    theirs = [make_message(channel, about).id for channel in Channel]
    anothers = make_message().id

    withdrawn = withdraw_messages(about)

    assert (withdrawn.cancelled, withdrawn.on_their_way) == (4, 0)
    assert {delivery.state for delivery in states_of(theirs).values()} == {DeliveryState.CANCELLED}
    assert states_of([anothers])[anothers].state is DeliveryState.WAITING
    assert print_queue([about]) == []
    assert [message.decisions[0].reason for message in messages_about(about)] == ["Amara asked us to stop."] * 4
