"""What the plan says already about where next, and what it could mean: told once, it is not asked again."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select

from livingwell.careplans.models import CarePlan, Consequence, HeldBack, Statement, StatementKind
from livingwell.extensions import db
from livingwell.journeys.models import Hope, OnwardJourney
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def where_next_said(person_id: UUID) -> Statement | None:
    """What the plan says about where next, unless it is held back: a hope is read by the person."""
    found = (
        select(Statement)
        .join(CarePlan, CarePlan.id == Statement.plan_id)
        .where(
            Statement.person_id == person_id,
            Statement.kind == StatementKind.WHERE_NEXT,
            Statement.ended_at.is_(None),
            CarePlan.ended_on.is_(None),
            ~is_struck(Statement),
            ~exists().where(HeldBack.line_id == Statement.id, HeldBack.ended_at.is_(None)),
        )
        .order_by(Statement.created_at.desc())
        .limit(1)
    )
    return db.session.scalar(found)


def said_already(person_id: UUID) -> Statement | Hope | None:
    """What the person said already about where next: in the plan, or as a hope of an earlier time of support."""
    return where_next_said(person_id) or db.session.scalar(
        select(Hope)
        .join(OnwardJourney, OnwardJourney.id == Hope.journey_id)
        .join(Episode, Episode.id == OnwardJourney.episode_id)
        .where(Hope.person_id == person_id, Hope.ended_at.is_(None), Episode.ended_on.is_not(None), ~is_struck(Hope))
        .order_by(OnwardJourney.created_at.desc(), Hope.created_at)
        .limit(1)
    )


def open_consequences(person_id: UUID) -> Sequence[Consequence]:
    """What the plan says a direction could mean that nobody has talked through with the person yet."""
    found = (
        select(Consequence)
        .join(CarePlan, CarePlan.id == Consequence.plan_id)
        .where(
            Consequence.person_id == person_id,
            Consequence.talked_through_on.is_(None),
            CarePlan.ended_on.is_(None),
            ~is_struck(Consequence),
        )
        .order_by(Consequence.created_at)
    )
    return db.session.scalars(found).all()
