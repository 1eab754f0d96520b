"""What was decided, by whom it will be done, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account
from livingwell.people.models import Person


class Doer(StrEnum):
    """Who does what was decided."""

    MEMBER = "member"
    PERSON = "person"
    OTHER = "other"


class Decision(Identified, Timed, Model):
    """One thing decided: what, why, a named person and a date. It comes back at the next meeting.

    A member does it, or stands by the person (or somebody else named) who does: that member is asked what
    became of it. `answered_at` is when that was last said, `settled_at` when it was done or changed.
    """

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("doer <> 'other' OR doer_name <> ''", name="doer_named"),
        Index("ix_decision_team_id_settled_at_by_on", "team_id", "settled_at", "by_on"),
        Index("ix_decision_member_id_settled_at", "member_id", "settled_at"),
        Index("ix_decision_person_id_settled_at", "person_id", "settled_at"),
    )

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    what: Mapped[str] = mapped_column(String(LINE))
    why: Mapped[str] = mapped_column(Text, default="")
    doer: Mapped[Doer] = mapped_column(choice(Doer))
    doer_name: Mapped[str] = mapped_column(String(SHORT), default="")
    member_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    by_on: Mapped[date]
    goal_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("goal.id"))
    step_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("step.id"))
    is_over_open_challenge: Mapped[bool] = mapped_column(default=False)
    turns_away: Mapped[bool] = mapped_column(default=False)
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)

    person: Mapped[Person] = relationship(lazy="raise_on_sql")
    member: Mapped[Account] = relationship(foreign_keys=[member_id], lazy="raise_on_sql")
    written_by: Mapped[Account] = relationship(foreign_keys=[written_by_id], lazy="raise_on_sql")

    def who(self, preferred_name: str) -> str:
        """Who does it, in words."""
        if self.doer is Doer.MEMBER:
            return self.member.name
        name = preferred_name if self.doer is Doer.PERSON else self.doer_name
        return f"{name}, with {self.member.name}"

    def is_overdue(self, day: date) -> bool:
        """Past its date with nobody having said that it was done or changed."""
        return self.settled_at is None and self.by_on < day

    def is_asked_at(self, since: datetime | None) -> bool:
        """Whether a meeting asks about it: unsettled, and not answered since the meeting before."""
        if self.settled_at is not None:
            return False
        return self.answered_at is None or since is None or self.answered_at <= since

    def answer(self, outcome: "Outcome", at: datetime) -> None:
        """What became of it was said. Partly and not done leave it unsettled: it comes back."""
        if self.settled_at is not None:
            raise Conflict("Somebody has said already what became of this. Look at the answer; you can add a decision.")
        self.answered_at = at
        if outcome.settles:
            self.settled_at = at

    def stand_as(self, answers: "Sequence[FollowThrough]") -> None:
        """Stand as these answers leave it, the oldest first: for when one was struck out."""
        last = answers[-1] if answers else None
        self.answered_at = last.created_at if last else None
        self.settled_at = last.created_at if last and last.outcome.settles else None


class Outcome(StrEnum):
    """What became of a decision."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    CHANGED = "changed"

    @property
    def settles(self) -> bool:
        """Whether the decision stops coming back."""
        return self in (Outcome.DONE, Outcome.CHANGED)

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class FollowThrough(Identified, Timed, Model):
    """What became of a decision, as somebody said on a day, and why. Earlier answers stay."""

    __tablename__ = "follow_through"
    __table_args__ = (Index("ix_follow_through_decision_id_created_at", "decision_id", "created_at"),)

    decision_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("decision.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    outcome: Mapped[Outcome] = mapped_column(choice(Outcome))
    why: Mapped[str] = mapped_column(String(LINE))
    answered_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    answered_by: Mapped[Account] = relationship(lazy="raise_on_sql")


class NoChange(Identified, Timed, Model):
    """The outcome of a discussion that changes nothing, and why."""

    __tablename__ = "no_change"

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text)
    said_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    said_by: Mapped[Account] = relationship(lazy="raise_on_sql")
