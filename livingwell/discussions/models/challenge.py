"""A challenge: a view that stays open until whoever raised it says that it is answered."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed
from livingwell.core.text import LINE
from livingwell.discussions.models.contribution import Contribution
from livingwell.extensions import Model
from livingwell.identity.models import Account


class Challenge(Identified, Timed, Model):
    """A contribution that questions what we do. Only whoever raised it closes it.

    Whoever raised it may be gone (left the team, deactivated), or have no account (the person, a guest): then
    a member with lived experience closes it.
    """

    __tablename__ = "challenge"
    __table_args__ = (Index("ix_challenge_team_id_closed_at", "team_id", "closed_at"),)

    contribution_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contribution.id"), unique=True)
    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    closing_words: Mapped[str] = mapped_column(String(LINE), default="")
    taken_on_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_on_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    contribution: Mapped[Contribution] = relationship(lazy="raise_on_sql")
    closed_by: Mapped[Account | None] = relationship(foreign_keys=[closed_by_id], lazy="raise_on_sql")

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def may_be_closed_by(self, account_id: UUID | None, *, has_lived_experience: bool, is_raiser_here: bool) -> bool:
        """Whether this member may say that it is answered. `is_raiser_here`: still an active member of the team."""
        if self.contribution.said_by_id is not None and self.contribution.said_by_id == account_id:
            return True
        return has_lived_experience and not is_raiser_here

    def close(self, account_id: UUID | None, words: str, at: datetime) -> None:
        """It is answered, in the eyes of whoever raised it."""
        self.require_open()
        self.closed_at, self.closed_by_id, self.closing_words = at, account_id, words

    def take_to_next_meeting(self, account_id: UUID | None, at: datetime) -> None:
        """It stays open, and the next meeting is asked to talk about it."""
        self.require_open()
        self.taken_on_at, self.taken_on_by_id = at, account_id

    def require_open(self) -> None:
        """Raise Conflict once it was closed."""
        if not self.is_open:
            raise Conflict("This challenge was closed as answered. Raise a new one if there is more to ask.")


class ChallengeAnswer(Identified, Timed, Model):
    """Somebody answers a challenge. It stays open: whether that answers it is not theirs to say."""

    __tablename__ = "challenge_answer"

    challenge_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("challenge.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    text: Mapped[str] = mapped_column(Text)
    answered_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    answered_by: Mapped[Account] = relationship(lazy="raise_on_sql")
