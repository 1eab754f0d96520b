"""Who came to a meeting."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model, db
from livingwell.identity.models import Account


class Attendee(StrEnum):
    """As what somebody is there."""

    MEMBER = "member"
    GUEST = "guest"
    PERSON = "person"
    CARER = "carer"


class CheckIn(Identified, Timed, Model):
    """Somebody is there: a member, a guest with a role and an organisation, the person, or their carer.

    `name` is kept for those who have no account. `brings_lived_experience` is as it was on the day.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        Index("ix_check_in_meeting_id", "meeting_id"),
        Index(
            "uq_check_in_member_there",
            "meeting_id",
            "account_id",
            unique=True,
            sqlite_where=db.text("left_at IS NULL AND account_id IS NOT NULL"),
            postgresql_where=db.text("left_at IS NULL AND account_id IS NOT NULL"),
        ),
    )

    meeting_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("meeting.id"))
    attendee: Mapped[Attendee] = mapped_column(choice(Attendee))
    account_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    person_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(SHORT), default="")
    role: Mapped[str] = mapped_column(String(SHORT), default="")
    organisation: Mapped[str] = mapped_column(String(SHORT), default="")
    brings_lived_experience: Mapped[bool] = mapped_column(default=False)
    left_at: Mapped[datetime | None] = mapped_column(Instant)
    checked_in_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    account: Mapped[Account | None] = relationship(foreign_keys=[account_id], lazy="raise_on_sql")

    @property
    def is_there(self) -> bool:
        return self.left_at is None

    @property
    def full_title(self) -> str:
        """A guest's name with the role and organisation; a carer's or the person's name."""
        return ", ".join(part for part in (self.name, self.role, self.organisation) if part)[:SHORT]

    def leave(self, at: datetime) -> None:
        """They have gone. Raises Conflict when they had gone already."""
        if self.left_at is not None:
            raise Conflict("They have left already.")
        self.left_at = at
