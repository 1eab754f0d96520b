"""What the packages above ask for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.delivery.models import Channel


@dataclass(frozen=True)
class File:
    """A file to go with a message, such as an appointment (`text/calendar`)."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Outgoing:
    """A message to put in the outbox.

    E-mail: `to_address`, `subject`, `text`, and `html` where it has a layout. Text: `to_address` and `text`.
    Letter: `pdf`, and `address_lines` for whoever looks at it. Print: `pdf`, or `html` or `text` for the print page.
    `about`, `asked_by_id` (none: automatic), `not_before` and `not_after` are as in `Message`.
    """

    channel: Channel
    to_address: str = ""
    address_lines: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    html: str | None = None
    pdf: bytes | None = None
    files: tuple[File, ...] = ()
    about: UUID | None = None
    asked_by_id: UUID | None = None
    wants_reply: bool = False
    not_before: datetime | None = None
    not_after: datetime | None = None
    in_place_of_id: UUID | None = None
