"""What goes out, word for word."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import SHORT
from livingwell.delivery.models.channel import Channel
from livingwell.delivery.models.decision import MessageDecision
from livingwell.delivery.models.delivery import Delivery
from livingwell.extensions import Model

ADDRESS = 320  # the longest e-mail address (RFC 3696, erratum 1690)


class MessageAttachment(Identified, Model):
    """A file that goes with a message."""

    __tablename__ = "message_attachment"
    __table_args__ = (Index("uq_message_attachment_position", "message_id", "position", unique=True),)

    message_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("message.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(SHORT))
    media_type: Mapped[str] = mapped_column(String(SHORT))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Message(Identified, Timed, Model):
    """A message as it was previewed. It is never changed: what becomes of it stands in `delivery`.

    `about` is an id that means something above, and `asked_by_id` the account that sent it; none means that it is
    automatic. It goes no sooner than `not_before`, and after `not_after` it is of no use and waits for a person.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_about_created_at", "about", "created_at"),
        CheckConstraint("channel NOT IN ('email', 'text') OR length(to_address) > 0", name="has_an_address"),
        CheckConstraint("channel <> 'letter' OR pdf IS NOT NULL", name="letter_has_its_pages"),
    )

    channel: Mapped[Channel] = mapped_column(choice(Channel))
    to_address: Mapped[str] = mapped_column(String(ADDRESS))
    address_lines: Mapped[Any] = mapped_column(JSON)
    subject: Mapped[str] = mapped_column(String(SHORT))
    text: Mapped[str] = mapped_column(Text)
    # Lists show neither: a query that shows the whole message asks for them.
    html: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_raiseload=True)
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    about: Mapped[UUID | None] = mapped_column(Uuid)
    asked_by_id: Mapped[UUID | None] = mapped_column(Uuid)
    wants_reply: Mapped[bool]
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    not_after: Mapped[datetime | None] = mapped_column(Instant)
    in_place_of_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"), index=True)

    attachments: Mapped[list[MessageAttachment]] = relationship(
        order_by=MessageAttachment.position, lazy="raise_on_sql"
    )
    delivery: Mapped[Delivery] = relationship(uselist=False, lazy="raise_on_sql")
    decisions: Mapped[list[MessageDecision]] = relationship(order_by=MessageDecision.decided_at, lazy="raise_on_sql")

    @property
    def is_automatic(self) -> bool:
        """Whether no person pressed "send": a reminder, a code, a check."""
        return self.asked_by_id is None
