"""A goal, and the states that it went through."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.rating import Rating
from livingwell.careplans.models.step import Step
from livingwell.careplans.models.voice import MOST, Voiced
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line

WHY_LENGTH = 1000
RATED_AT_ONCE = 3


class LifeArea(StrEnum):
    """The part of life that a goal belongs to."""

    HOME = "home"
    HEALTH = "body, sleep and health"
    MIND = "mind and feelings"
    PEOPLE = "people in my life"
    WORK = "work and learning"
    MONEY = "money"
    OUT = "getting out and about"
    DAYS = "day to day"
    ENJOYMENT = "things I enjoy"
    OTHER = "something else"


class GoalState(StrEnum):
    """Where a goal stands."""

    SUGGESTED = "suggested"
    AGREED = "agreed"
    IN_PROGRESS = "in progress"
    REACHED = "reached"
    CHANGED = "changed"
    NOT_NOW = "not now"
    LET_GO = "let go"

    @property
    def is_live(self) -> bool:
        """Whether the person and the team work on it."""
        return self in (GoalState.AGREED, GoalState.IN_PROGRESS)

    @property
    def is_over(self) -> bool:
        return not self.is_live and self is not GoalState.SUGGESTED

    @property
    def needs_why(self) -> bool:
        return self in (GoalState.CHANGED, GoalState.NOT_NOW, GoalState.LET_GO)


class GoalStatus(Line, Model):
    """From this day the goal stood so. A goal's statuses are added to, never changed."""

    __tablename__ = "goal_status"
    __table_args__ = (Index("uq_goal_status_goal_id_number", "goal_id", "number", unique=True),)

    goal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("goal.id"))
    number: Mapped[int]
    state: Mapped[GoalState] = mapped_column(choice(GoalState))
    why: Mapped[str] = mapped_column(String(LINE), default="")
    since_on: Mapped[date]


class Goal(PlanLine, Versioned, Voiced, Model):
    """What the person wants. Its number in the plan stays its own, also when it is over."""

    __tablename__ = "goal"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        CheckConstraint(f"importance BETWEEN 1 AND {MOST}", name="importance_range"),
        CheckConstraint(f"rated_place BETWEEN 1 AND {RATED_AT_ONCE}", name="rated_place_range"),
        Index("uq_goal_plan_id_number", "plan_id", "number", unique=True),
        Index("uq_goal_plan_id_rated_place", "plan_id", "rated_place", unique=True),
    )

    number: Mapped[int]
    words: Mapped[str] = mapped_column(String(LINE))
    why_it_matters: Mapped[str] = mapped_column(String(WHY_LENGTH), default="")
    life_area: Mapped[LifeArea] = mapped_column(choice(LifeArea))
    importance: Mapped[int | None]
    rated_place: Mapped[int | None]
    need_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("statement.id"))

    statuses: Mapped[list[GoalStatus]] = relationship(order_by=GoalStatus.number, lazy="raise_on_sql")
    steps: Mapped[list[Step]] = relationship(order_by=Step.number, lazy="raise_on_sql")
    ratings: Mapped[list[Rating]] = relationship(order_by=(Rating.rated_on, Rating.created_at), lazy="raise_on_sql")

    @property
    def status(self) -> GoalStatus:
        return self.statuses[-1]

    @property
    def state(self) -> GoalState:
        return self.status.state

    @property
    def is_live(self) -> bool:
        return self.state.is_live

    @property
    def is_rated(self) -> bool:
        return self.rated_place is not None

    def move_to(self, status: GoalStatus, *, is_answered: bool = True) -> None:
        """Take on a new state. Needs a reason to leave a goal or to take it up again, and the person to agree it.

        Raises Conflict where it stands so already or can't go there, Invalid where the reason is missing.
        """
        if self.statuses:
            self._require_step_from_here(status, is_answered)
        status.number = len(self.statuses) + 1
        status.person_id = self.person_id
        self.statuses.append(status)
        if not status.state.is_live:
            self.rated_place = None

    def _require_step_from_here(self, status: GoalStatus, is_answered: bool) -> None:
        if status.state is self.state:
            raise Conflict(f"This goal is marked “{self.state.value}” already. Look at the plan again.")
        if status.state is GoalState.SUGGESTED:
            raise Conflict("A goal that was agreed can’t go back to being a suggestion. Choose “not now” or “let go”.")
        if self.state is GoalState.SUGGESTED and status.state.is_live and not is_answered:
            raise Conflict("A suggested goal becomes part of the plan with the person’s answer. Record it first.")
        if not status.why and (status.state.needs_why or self.state.is_over):
            raise Invalid({"why": "Say why, in a few words."})

    def require_rateable(self, place: int | None) -> None:
        """Raise Conflict unless the goal is worked on and one of three places is free (`place`)."""
        if not self.is_live:
            raise Conflict("Only a goal that is agreed or in progress can be rated. Take it up again first.")
        if place is None:
            raise Conflict("Three goals are rated already. Take one of them off before adding another.")
