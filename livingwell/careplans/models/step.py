"""A step towards a goal: who does what by when, what might get in the way, and what we'd do then."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.voice import MOST
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class ActorKind(StrEnum):
    """Who does a step."""

    PERSON = "person"
    MEMBER = "member"
    CARER = "carer"
    OTHER = "other"


class StepState(StrEnum):
    """Where a step stands."""

    PLANNED = "to do"
    UNDER_WAY = "going on"
    DONE = "done"
    NOT_DONE = "not done"
    DROPPED = "not needed now"

    @property
    def is_open(self) -> bool:
        return self in (StepState.PLANNED, StepState.UNDER_WAY)


class StepStatus(Line, Model):
    """From this day the step stood so. Added to, never changed."""

    __tablename__ = "step_status"
    __table_args__ = (Index("uq_step_status_step_id_number", "step_id", "number", unique=True),)

    step_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("step.id"))
    number: Mapped[int]
    state: Mapped[StepState] = mapped_column(choice(StepState))
    why: Mapped[str] = mapped_column(String(LINE), default="")
    since_on: Mapped[date]


class Step(PlanLine, Versioned, Model):
    """One thing that somebody does. `done_by` names them as they are named; a member is also an account."""

    __tablename__ = "step"
    __table_args__ = (
        CheckConstraint("length(what) > 0", name="has_what"),
        CheckConstraint(f"confidence BETWEEN 1 AND {MOST}", name="confidence_range"),
        CheckConstraint("actor_kind <> 'member' OR done_by_id IS NOT NULL", name="member_is_an_account"),
        CheckConstraint("actor_kind = 'person' OR length(done_by) > 0", name="somebody_does_it"),
        Index("uq_step_goal_id_number", "goal_id", "number", unique=True),
        Index("ix_step_done_by_id_by_on", "done_by_id", "by_on"),
    )

    goal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("goal.id"))
    number: Mapped[int]
    what: Mapped[str] = mapped_column(String(LINE))
    actor_kind: Mapped[ActorKind] = mapped_column(choice(ActorKind))
    done_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    done_by: Mapped[str] = mapped_column(String(SHORT), default="")
    with_whom: Mapped[str] = mapped_column(String(SHORT), default="")
    by_on: Mapped[date | None]
    by_words: Mapped[str] = mapped_column(String(SHORT), default="")
    in_the_way: Mapped[str] = mapped_column(String(LINE), default="")
    then_we: Mapped[str] = mapped_column(String(LINE), default="")
    confidence: Mapped[int | None]

    statuses: Mapped[list[StepStatus]] = relationship(order_by=StepStatus.number, lazy="raise_on_sql")

    @property
    def status(self) -> StepStatus:
        return self.statuses[-1]

    @property
    def state(self) -> StepState:
        return self.status.state

    def move_to(self, status: StepStatus) -> None:
        """Take on a new state. Raises Conflict where it stands so already, Invalid where a reason is missing."""
        if self.statuses and status.state is self.state:
            raise Conflict(f"This step is marked “{self.state.value}” already. Look at the plan again.")
        if status.state in (StepState.NOT_DONE, StepState.DROPPED) and not status.why:
            raise Invalid({"why": "Say why, in a few words."})
        status.number = len(self.statuses) + 1
        status.person_id = self.person_id
        self.statuses.append(status)
