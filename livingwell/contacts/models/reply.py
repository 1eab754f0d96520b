"""What the person answered, and texts of which nobody knows yet whose they are."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import Way
from livingwell.contacts.models.letter import Letter
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account


class PressedAnswer(StrEnum):
    """An answer that takes one press, or one or two words in a text."""

    YES = "yes"
    MORE_TIME = "more_time"
    ANOTHER_WAY = "another_way"


class Reply(Identified, Timed, Model):
    """Something that the person answered. It waits on Today until a member has dealt with it.

    `letter_id` is the question it is filed with, if there was an open one, and `contact_id` that contact; without one,
    the contact from the person that whoever dealt with it logged. `pressed` is None for words of their own.
    """

    __tablename__ = "reply"
    __table_args__ = (
        Index("ix_reply_person_id_came_at", "person_id", "came_at"),
        Index("uq_reply_received_text_id", "received_text_id", unique=True),
        Index(
            "ix_reply_waiting",
            "person_id",
            sqlite_where=text("dealt_with_at IS NULL"),
            postgresql_where=text("dealt_with_at IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    letter_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("letter.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact.id"))
    way: Mapped[Way] = mapped_column(choice(Way))
    pressed: Mapped[PressedAnswer | None] = mapped_column(choice(PressedAnswer))
    words: Mapped[str] = mapped_column(Text, default="")
    came_at: Mapped[datetime] = mapped_column(Instant)
    received_text_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("received_text.id"))
    dealt_with_at: Mapped[datetime | None] = mapped_column(Instant)
    dealt_with_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    letter: Mapped[Letter | None] = relationship(lazy="raise_on_sql")
    dealt_with_by: Mapped[Account | None] = relationship(lazy="raise_on_sql")

    def deal_with(self, account_id: UUID | None) -> None:
        """Somebody has read it and done what follows. Raises Conflict the second time."""
        if self.dealt_with_at:
            raise Conflict("Somebody has dealt with this reply already.")
        self.dealt_with_at, self.dealt_with_by_id = now(), account_id


class UnfiledText(Identified, Timed, Model):
    """A text from a number that belongs to nobody we know, or to several people. A member says whose it is.

    It is on nobody's record until then. `number` is in the international form.
    """

    __tablename__ = "unfiled_text"

    received_text_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("received_text.id"), unique=True)
    number: Mapped[str] = mapped_column(String(SHORT), index=True)
    words: Mapped[str] = mapped_column(Text)
    came_at: Mapped[datetime] = mapped_column(Instant)
    cleared_at: Mapped[datetime | None] = mapped_column(Instant)
    cleared_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    why_nobody: Mapped[str] = mapped_column(String(LINE), default="")

    def clear(self, account_id: UUID | None, why_nobody: str = "") -> None:
        """It is filed with somebody, or about nobody we support. Raises Conflict the second time."""
        if self.cleared_at:
            raise Conflict("Somebody has cleared this text already.")
        self.cleared_at, self.cleared_by_id, self.why_nobody = now(), account_id, why_nobody
