"""Messages for tests, to addresses and numbers that are kept for fiction."""

from dataclasses import replace
from uuid import UUID, uuid4

from livingwell.audit import record
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.delivery.actions import Withdrawn, cancel_waiting, put_in_outbox
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import Channel, Message

TESTS = the_system("tests")
A_MEMBER = Actor(account_id=uuid4(), name="Priya Mistry")

A_PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"
AN_APPOINTMENT = File("appointment.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")

WANTED = {
    Channel.EMAIL: Outgoing(
        channel=Channel.EMAIL,
        to_address="amara@example.com",
        subject="From Jo",
        text="Hello Amara,\nwould Tuesday suit you?\n",
        html="<p>Hello Amara,<br>would Tuesday suit you?</p>",
    ),
    Channel.TEXT: Outgoing(channel=Channel.TEXT, to_address="07700 900123", text="Hello Amara, this is Jo."),
    Channel.LETTER: Outgoing(
        channel=Channel.LETTER, pdf=A_PDF, address_lines=("Amara Okafor", "1 Fiction Street", "M1 1AA")
    ),
    Channel.PRINT: Outgoing(channel=Channel.PRINT, pdf=A_PDF),
}
"""One message for each channel. All are automatic unless `asked_by_id` is given."""


@atomic()
def make_message(channel: Channel = Channel.EMAIL, about: UUID | None = None, **changes: object) -> Message:
    """A message in the outbox."""
    message = put_in_outbox(replace(WANTED[channel], about=about or uuid4(), **changes))
    record("write_message", TESTS, message.about)
    return message


@atomic()
def withdraw_messages(about: UUID) -> Withdrawn:
    """Somebody has died, or asked us to stop."""
    withdrawn = cancel_waiting(about, "Amara asked us to stop.", A_MEMBER)
    record("stop_messages", TESTS, about)
    return withdrawn
