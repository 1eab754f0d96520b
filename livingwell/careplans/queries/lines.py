"""A line of a person's record by its kind and id, and every change so far."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.careplans.models import (
    Agreement,
    Consequence,
    Goal,
    PlanChange,
    Rating,
    SafetyPlan,
    Statement,
    Step,
    Suggestion,
)
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models.line import Line
from livingwell.people.queries.striking import is_struck

MODELS: dict[str, type[Line]] = {
    model.__tablename__: model
    for model in (Agreement, Consequence, Goal, Rating, SafetyPlan, Statement, Step, Suggestion)
}


def line_of(person_id: UUID, kind: str, line_id: UUID) -> Line:
    """The line. Raises NotFound for another person's, and for one that was struck out."""
    model = MODELS.get(kind)
    if model is None:
        raise NotFound
    line = db.session.scalar(select(model).where(model.id == line_id, model.person_id == person_id, ~is_struck(model)))
    if line is None:
        raise NotFound
    return line


def changes_of(plan_id: UUID, *, first: int, count: int) -> Sequence[PlanChange]:
    """Saves that changed the plan, the newest first."""
    return db.session.scalars(
        select(PlanChange)
        .where(PlanChange.plan_id == plan_id)
        .order_by(PlanChange.created_at.desc(), PlanChange.id)
        .offset(first)
        .limit(count)
    ).all()


def earlier_wordings(statement_id: UUID) -> list[str]:
    """The ids of the statements that this one replaced, one after another."""
    found: list[str] = []
    older: UUID | None = statement_id
    while older is not None:
        older = db.session.scalar(select(Statement.replaces_id).where(Statement.id == older))
        found += [str(older)] if older else []
    return found
