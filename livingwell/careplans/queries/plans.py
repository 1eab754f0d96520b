"""A plan, loaded in full by a fixed number of statements however many lines it has."""

from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from livingwell.careplans.models import CarePlan, Consequence, Goal, Rating, Statement, StatementKind, Step, Suggestion
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.striking import is_struck


def current_plan(person_id: UUID) -> CarePlan | None:
    """The person's plan with all its lines, or none before it was started. Six statements."""
    return db.session.scalars(_current_plan(), {"person_id": person_id}).unique().one_or_none()


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


# What every page of a plan asks for is put together once: that takes longer than to run it.


@cache
def _current_plan() -> Select[CarePlan]:
    return _whole_plan().where(CarePlan.person_id == bindparam("person_id"), CarePlan.ended_on.is_(None))


@cache
def _whole_plan() -> Select[CarePlan]:
    return select(CarePlan).options(*_every_line())


def _every_line() -> list[ExecutableOption]:
    goals = selectinload(CarePlan.goals.and_(~is_struck(Goal)))
    statements = CarePlan.statements.and_(Statement.ended_at.is_(None), ~is_struck(Statement))
    return [
        joinedload(statements),
        goals.joinedload(Goal.statuses),
        goals.selectinload(Goal.steps.and_(~is_struck(Step))).joinedload(Step.statuses),
        goals.selectinload(Goal.ratings.and_(~is_struck(Rating))),
        selectinload(CarePlan.consequences.and_(~is_struck(Consequence))),
        selectinload(CarePlan.suggestions.and_(~is_struck(Suggestion))).joinedload(Suggestion.answers),
    ]


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
