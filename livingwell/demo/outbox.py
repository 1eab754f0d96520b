"""The outbox, to read what would have gone out. Only in the demo and in development, and only on this machine."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, Response, abort, make_response

from livingwell.contacts.presenters.messages import MessageState, state_of
from livingwell.core.dates import date_and_time
from livingwell.delivery.models import Channel, Message
from livingwell.delivery.queries import latest_messages, message_in_full
from livingwell.demo.views import is_on_loopback
from livingwell.web.framing import document, framing
from livingwell.web.guards import signed_in
from livingwell.web.page import page

SHOWN = 100
CHANNELS = {
    Channel.EMAIL: "E-mail",
    Channel.TEXT: "Text",
    Channel.LETTER: "Letter",
    Channel.PRINT: "Letter to print",
}

outbox = Blueprint("outbox", __name__)


@dataclass(frozen=True)
class OutboxLine:
    """A message in the list."""

    id: UUID
    what: str
    to: str
    at: str
    state: MessageState

    @classmethod
    def of(cls, message: Message) -> "OutboxLine":
        to = message.to_address or ", ".join(message.address_lines)
        at = date_and_time(message.created_at)
        return cls(message.id, CHANNELS[message.channel], to, at, state_of(message))


@outbox.before_request
def _only_on_this_machine() -> None:
    if not is_on_loopback():
        abort(404)


@outbox.get("/demo/outbox")
@signed_in
def list_outbox() -> Response:
    """The latest messages, the newest first."""
    lines = [OutboxLine.of(message) for message in latest_messages(SHOWN)]
    return page("demo/list_outbox.html", lines=lines, limit=SHOWN)


@outbox.get("/demo/outbox/<uuid:kept_id>")
@signed_in
def show_kept(kept_id: UUID) -> Response:
    """One message, as it would have gone."""
    message = message_in_full(kept_id)
    return framing(page("demo/show_kept.html", message=message, line=OutboxLine.of(message)))


@outbox.get("/demo/outbox/<uuid:kept_id>/document")
@signed_in
def show_kept_document(kept_id: UUID) -> Response:
    """Its layout, byte for byte."""
    return document(message_in_full(kept_id).html or "")


@outbox.get("/demo/outbox/<uuid:kept_id>/pages")
@signed_in
def show_kept_pages(kept_id: UUID) -> Response:
    """Its pages (PDF)."""
    response = make_response(message_in_full(kept_id).pdf or b"")
    response.headers["Content-Type"] = "application/pdf"
    return response
