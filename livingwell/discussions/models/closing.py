"""Closing a discussion, and telling the person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account


class Missing(StrEnum):
    """What a discussion needs before it is closed."""

    OUTCOME = "outcome"
    OWN_LINE = "own_line"
    LIVED_EXPERIENCE = "lived_experience"


class NotReadyToClose(Conflict):
    """The discussion stays open; carries what is missing."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__("This discussion can’t be closed yet. See what is missing.")
        self.missing = missing


@dataclass(frozen=True)
class Readiness:
    """What a discussion holds, as far as closing asks."""

    decisions: int
    has_no_change: bool
    has_line: bool
    has_lived_experience: bool
    has_reason_for_absence: bool

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is still needed: an outcome, the person's line, the lived-experience view; each, or why not."""
        needs = {
            Missing.OUTCOME: self.decisions > 0 or self.has_no_change,
            Missing.OWN_LINE: self.has_line,
            Missing.LIVED_EXPERIENCE: self.is_round_open,
        }
        return tuple(need for need, is_there in needs.items() if not is_there)

    @property
    def is_round_open(self) -> bool:
        """Whether others' views unfold: lived experience was heard, or the chair said why not."""
        return self.has_lived_experience or self.has_reason_for_absence

    def require_ready(self) -> None:
        """Raise NotReadyToClose where something is missing."""
        if self.missing:
            raise NotReadyToClose(self.missing)


class Closing(Identified, Timed, Model):
    """A discussion was closed. What comes after is added to it, and says so."""

    __tablename__ = "closing"

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    closed_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    closed_by: Mapped[Account] = relationship(lazy="raise_on_sql")


class Telling(Identified, Timed, Versioned, Model):
    """What we'll tell the person, in plain words: by whom, how, by when, and when it was told."""

    __tablename__ = "telling"

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    text: Mapped[str] = mapped_column(Text)
    teller_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    how: Mapped[str] = mapped_column(String(SHORT))
    by_on: Mapped[date]
    written_at: Mapped[datetime] = mapped_column(Instant)
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    told_at: Mapped[datetime | None] = mapped_column(Instant)
    told_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    teller: Mapped[Account] = relationship(foreign_keys=[teller_id], lazy="raise_on_sql")
    written_by: Mapped[Account] = relationship(foreign_keys=[written_by_id], lazy="raise_on_sql")
    told_by: Mapped[Account | None] = relationship(foreign_keys=[told_by_id], lazy="raise_on_sql")

    def require_not_told(self) -> None:
        """Raise Conflict once the person was told: what they read stays as they read it."""
        if self.told_at is not None:
            raise Conflict("This was told already, so its words stay. Add a decision if something changed.")

    def tell(self, account_id: UUID | None, at: datetime) -> None:
        """The person has been told."""
        self.require_not_told()
        self.told_at, self.told_by_id = at, account_id
