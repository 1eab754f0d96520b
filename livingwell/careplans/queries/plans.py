"""A plan, loaded in full by a fixed number of statements however many lines it has."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from livingwell.careplans.models import (
    CarePlan,
    Consequence,
    Goal,
    Rating,
    Statement,
    StatementKind,
    Step,
    Suggestion,
)
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def current_plan(person_id: UUID) -> CarePlan | None:
    """The person's plan with all its lines, or none before it was started. Six statements."""
    return _whole(_CURRENT, {"person_id": person_id})


def plan_for_change(plan_id: UUID) -> CarePlan:
    """The plan with all its lines, read afresh and held so that one member changes it at a time."""
    db.session.execute(select(CarePlan.id).where(CarePlan.id == plan_id).with_for_update())
    plan = _whole(_PLAN.where(CarePlan.id == bindparam("plan_id")), {"plan_id": plan_id}, populate_existing=True)
    if plan is None:
        raise NotFound
    return plan


def _whole(statement: Select[CarePlan], values: dict[str, UUID], **options: bool) -> CarePlan | None:
    """The plan with its lines. Told line by line rather than left to loaders, which take longer than the database."""
    plan = db.session.scalars(statement, values, execution_options=options).unique().one_or_none()
    if plan is None:
        return None

    def read(lines: Select[Any]) -> Sequence[Any]:
        return db.session.scalars(lines, {"plan_id": plan.id}, execution_options=options).unique().all()

    goals, steps, ratings = read(_GOALS), _by_goal(read(_STEPS)), _by_goal(read(_RATINGS))
    for goal in goals:
        set_committed_value(goal, "steps", steps[goal.id])
        set_committed_value(goal, "ratings", ratings[goal.id])
    set_committed_value(plan, "goals", goals)
    set_committed_value(plan, "consequences", read(_CONSEQUENCES))
    set_committed_value(plan, "suggestions", read(_SUGGESTIONS))
    return plan


def _by_goal(lines: Sequence[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for line in lines:
        found[line.goal_id].append(line)
    return found


def _lines(model: Any) -> Select[Any]:
    return select(model).where(model.plan_id == bindparam("plan_id"), ~is_struck(model))


# Put together once: that takes longer than to run them.
_PLAN = select(CarePlan).options(
    joinedload(CarePlan.statements.and_(Statement.ended_at.is_(None), ~is_struck(Statement))),
    joinedload(CarePlan.held_back),
)
_CURRENT = _PLAN.where(CarePlan.person_id == bindparam("person_id"), CarePlan.ended_on.is_(None))
_GOALS = _lines(Goal).options(joinedload(Goal.statuses)).order_by(Goal.number)
_STEPS = _lines(Step).options(joinedload(Step.statuses)).order_by(Step.number)
_RATINGS = _lines(Rating).order_by(Rating.rated_on, Rating.created_at)
_CONSEQUENCES = _lines(Consequence).order_by(Consequence.created_at)
_SUGGESTIONS = _lines(Suggestion).options(joinedload(Suggestion.answers)).order_by(Suggestion.created_at)


def what_matters(person_id: UUID) -> Statement | None:
    """What matters to the person, or none before it was written down. One statement."""
    return db.session.scalar(_what_matters(), {"person_id": person_id})


@cache
def _what_matters() -> Select[Statement]:
    return (
        select(Statement)
        .where(
            Statement.person_id == bindparam("person_id"),
            Statement.kind == StatementKind.MATTERS,
            Statement.ended_at.is_(None),
            ~is_struck(Statement),
        )
        .order_by(Statement.created_at.desc())
        .limit(1)
    )
