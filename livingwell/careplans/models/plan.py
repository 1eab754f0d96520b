"""The plan."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models.consequence import Consequence
from livingwell.careplans.models.goal import RATED_AT_ONCE, Goal
from livingwell.careplans.models.held_back import HeldBack
from livingwell.careplans.models.statement import Statement, StatementKind
from livingwell.careplans.models.step import Step
from livingwell.careplans.models.suggestion import Suggestion, TargetKind
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.model import Versioned
from livingwell.core.text import fold
from livingwell.extensions import Model
from livingwell.people.models.line import Line

PlanRow: TypeAlias = Goal | Step | Statement | Consequence


class CarePlan(Line, Versioned, Model):
    """A person's plan with us. A person has one at a time."""

    __tablename__ = "care_plan"
    __table_args__ = (
        Index(
            "uq_care_plan_current",
            "person_id",
            unique=True,
            sqlite_where=text("ended_on IS NULL"),
            postgresql_where=text("ended_on IS NULL"),
        ),
        Index("ix_care_plan_review_on", "review_on"),
    )

    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    review_on: Mapped[date | None]
    reviewer_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    statements: Mapped[list[Statement]] = relationship(order_by=Statement.created_at, lazy="raise_on_sql")
    goals: Mapped[list[Goal]] = relationship(order_by=Goal.number, lazy="raise_on_sql")
    consequences: Mapped[list[Consequence]] = relationship(order_by=Consequence.created_at, lazy="raise_on_sql")
    suggestions: Mapped[list[Suggestion]] = relationship(order_by=Suggestion.created_at, lazy="raise_on_sql")
    held_back: Mapped[list[HeldBack]] = relationship(order_by=HeldBack.created_at, lazy="raise_on_sql")

    @property
    def current_statements(self) -> list[Statement]:
        return [statement for statement in self.statements if statement.is_current]

    def statement(self, kind: StatementKind) -> Statement | None:
        """The one statement of a single kind, or none."""
        return next((each for each in self.current_statements if each.kind is kind), None)

    @property
    def needs(self) -> list[Statement]:
        return [each for each in self.current_statements if each.kind is StatementKind.NEED]

    @property
    def rated_goals(self) -> list[Goal]:
        return sorted((goal for goal in self.goals if goal.is_rated), key=lambda goal: goal.rated_place or 0)

    def rows(self, kind: TargetKind) -> Sequence[PlanRow]:
        """Every line of one kind that is in the plan."""
        rows: dict[TargetKind, Sequence[PlanRow]] = {
            TargetKind.GOAL: self.goals,
            TargetKind.STEP: [step for goal in self.goals for step in goal.steps],
            TargetKind.STATEMENT: self.current_statements,
            TargetKind.CONSEQUENCE: self.consequences,
        }
        return rows.get(kind, ())

    def line(self, kind: TargetKind, line_id: UUID | None) -> PlanRow:
        """One line. Raises NotFound where the plan has none such now."""
        for row in self.rows(kind):
            if row.id == line_id:
                return row
        raise NotFound

    def hold(self, hold_id: UUID) -> HeldBack:
        """One hold, as it stands now. Raises NotFound for another plan's."""
        for each in self.held_back:
            if each.id == hold_id:
                return each
        raise NotFound

    def free_place(self) -> int | None:
        """The first of the three places where a goal can be rated, or none where all are taken."""
        taken = {goal.rated_place for goal in self.goals}
        return next((place for place in range(1, RATED_AT_ONCE + 1) if place not in taken), None)

    def require_open(self) -> None:
        """Raise Conflict where the plan has ended."""
        if self.ended_on is not None:
            raise Conflict("This plan has ended. It can be read, and no longer changed.")

    def require_new_goal(self, words: str) -> None:
        """Raise Conflict where a goal says the same already, as when a form is sent twice."""
        if any(fold(goal.words) == fold(words) and not goal.state.is_over for goal in self.goals):
            raise Conflict("This goal is in the plan already.")
