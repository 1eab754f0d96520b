"""A person's safety plan and its earlier versions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from livingwell.careplans.models import SafetyPlan
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def current_safety_plan(person_id: UUID) -> SafetyPlan | None:
    """The one that holds now, or none before the first."""
    return db.session.scalar(_of(person_id).limit(1))


def safety_plans_of(person_id: UUID) -> Sequence[SafetyPlan]:
    """Every version, the newest first."""
    return db.session.scalars(_of(person_id)).all()


def _of(person_id: UUID) -> Select[SafetyPlan]:
    return (
        select(SafetyPlan)
        .where(SafetyPlan.person_id == person_id, ~is_struck(SafetyPlan))
        .order_by(SafetyPlan.number.desc())
    )
