"""A plan, loaded in full by a fixed number of statements however many lines it has."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from livingwell.careplans.models import CarePlan, Consequence, Goal, Rating, Statement, Step, Suggestion
from livingwell.careplans.queries.struck import not_struck
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Person


def current_plan(person_id: UUID) -> CarePlan | None:
    """The person's plan with all its lines, or none before it was started. Six statements."""
    whole = _whole_plan().where(CarePlan.person_id == person_id, CarePlan.ended_on.is_(None))
    return db.session.scalars(whole).unique().one_or_none()


def hold_person(person_id: UUID) -> None:
    """Keep others from starting or numbering something of this person until the action ends."""
    db.session.execute(select(Person.id).where(Person.id == person_id).with_for_update())


def plan_for_change(plan_id: UUID) -> CarePlan:
    """The plan with all its lines, read afresh and held so that one member changes it at a time."""
    db.session.execute(select(CarePlan.id).where(CarePlan.id == plan_id).with_for_update())
    whole = _whole_plan().where(CarePlan.id == plan_id).execution_options(populate_existing=True)
    plan = db.session.scalars(whole).unique().one_or_none()
    if plan is None:
        raise NotFound
    return plan


def _whole_plan() -> Select[CarePlan]:
    return select(CarePlan).options(*_every_line())


def _every_line() -> list[ExecutableOption]:
    goals = selectinload(CarePlan.goals.and_(not_struck(Goal)))
    statements = CarePlan.statements.and_(Statement.ended_at.is_(None), not_struck(Statement))
    return [
        joinedload(statements),
        goals.joinedload(Goal.statuses),
        goals.selectinload(Goal.steps.and_(not_struck(Step))).joinedload(Step.statuses),
        goals.selectinload(Goal.ratings.and_(not_struck(Rating))),
        selectinload(CarePlan.consequences.and_(not_struck(Consequence))),
        selectinload(CarePlan.suggestions.and_(not_struck(Suggestion))).joinedload(Suggestion.answers),
    ]
