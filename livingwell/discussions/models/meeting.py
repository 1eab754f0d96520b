"""A team's meeting."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account, Team

STAYS_OPEN = timedelta(minutes=30)
"""How long past its planned end a running meeting's screens still count as somebody at work."""


class Meeting(Identified, Timed, Versioned, Model):
    """A team meets, at a planned time. It runs from its first discussion until somebody ends it."""

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        Index("ix_meeting_team_id_starts_at", "team_id", "starts_at"),
    )

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(String(SHORT), default="")
    link: Mapped[str] = mapped_column(String(LINE), default="")
    chair_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    chair: Mapped[Account] = relationship(lazy="raise_on_sql")
    team: Mapped[Team] = relationship(lazy="raise_on_sql")

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def is_running(self) -> bool:
        return self.started_at is not None and self.ended_at is None

    @property
    def was_over_at(self) -> datetime:
        """When it ended, or was planned to end."""
        return self.ended_at or self.ends_at

    @property
    def screens_awake_until(self) -> datetime:
        return self.ends_at + STAYS_OPEN

    def keeps_screens_awake(self, at: datetime) -> bool:
        """Whether a screen that shows a discussion counts as activity: until 30 minutes past the planned end."""
        return self.is_running and at <= self.screens_awake_until

    def start(self, at: datetime) -> None:
        """The first discussion has begun. Does nothing when it runs already."""
        self.require_not_ended()
        self.started_at = self.started_at or at

    def end(self, at: datetime) -> None:
        """The team is done for today."""
        self.require_not_ended()
        if self.started_at is None:
            raise Conflict("This meeting hasn’t begun. Begin with the first person on the agenda.")
        self.ended_at = at

    def require_not_ended(self) -> None:
        """Raise Conflict once the meeting has ended: its agenda stands as it was."""
        if self.ended_at is not None:
            raise Conflict("This meeting has ended and stays as it was. Use the next one.")


class ExpectedMember(Identified, Model):
    """A member who is expected at a meeting."""

    __tablename__ = "expected_member"
    __table_args__ = (Index("uq_expected_member_meeting_account", "meeting_id", "account_id", unique=True),)

    meeting_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("meeting.id"))
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")
