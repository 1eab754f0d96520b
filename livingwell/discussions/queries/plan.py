"""What the discussion asks about the plan."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from livingwell.careplans.models import (
    Goal,
    GoalState,
    GoalStatus,
    PlanChange,
    Rating,
    Step,
    StepState,
    StepStatus,
)
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def has_plan_changed_since(plan_id: UUID, since: datetime) -> bool:
    """Whether anybody changed the plan since an instant."""
    changed = exists().where(PlanChange.plan_id == plan_id, PlanChange.created_at >= since)
    return bool(db.session.scalar(select(changed)))


@dataclass(frozen=True)
class PlanBeside:
    """The goals that are worked on, with their ratings, and the steps that are open."""

    goals: tuple[Goal, ...]
    ratings: dict[UUID, list[Rating]]
    steps: tuple[Step, ...]


def plan_beside(person_id: UUID) -> PlanBeside:
    """The goals beside the talk. One statement."""
    goals: dict[Goal, list[Rating]] = {}
    steps: list[Step] = []
    for goal, rating, step in db.session.execute(_plan(), {"person_id": person_id}):
        goals.setdefault(goal, []).extend([rating] if rating else [])
        steps.extend([step] if step else [])
    ratings = {goal.id: rated for goal, rated in goals.items()}
    return PlanBeside(tuple(goals), ratings, tuple(steps))


@cache
def _plan() -> Select[Goal, Rating, Step]:
    """Each goal once for each rating, the oldest first, and once for each open step: never for a pair of them."""
    turn = union_all(select(literal(1).label("number")), select(literal(2))).subquery("turn")
    with_ratings, with_steps = turn.c.number == 1, turn.c.number == 2
    return (
        select(Goal, Rating, Step)
        .join(GoalStatus, GoalStatus.goal_id == Goal.id)
        .join(turn, true())
        .outerjoin(Rating, and_(with_ratings, Rating.goal_id == Goal.id, ~is_struck(Rating)))
        .outerjoin(Step, and_(with_steps, Step.goal_id == Goal.id, _is_open_step(), ~is_struck(Step)))
        .where(
            Goal.person_id == bindparam("person_id"),
            GoalStatus.number == _latest(GoalStatus.number, GoalStatus.goal_id, Goal.id),
            GoalStatus.state.in_((GoalState.AGREED, GoalState.IN_PROGRESS)),
            ~is_struck(Goal),
        )
        .order_by(
            Goal.rated_place.is_(None),
            Goal.rated_place,
            Goal.number,
            Rating.rated_on,
            Rating.created_at,
            Step.number,
        )
    )


def _is_open_step() -> ColumnElement[bool]:
    return (
        exists()
        .where(
            StepStatus.step_id == Step.id,
            StepStatus.number == _latest(StepStatus.number, StepStatus.step_id, Step.id),
            StepStatus.state.in_((StepState.PLANNED, StepState.UNDER_WAY)),
        )
        .correlate(Step)
    )


def _latest(number: Any, of_line: Any, line_id: Any) -> ScalarSelect[Any]:
    newest = aliased(of_line.class_)
    column = getattr(newest, of_line.key)
    return (
        select(func.max(getattr(newest, number.key)))
        .where(column == line_id)
        .correlate(line_id.class_)
        .scalar_subquery()
    )
