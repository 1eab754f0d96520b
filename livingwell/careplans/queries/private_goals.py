"""A person's private goals: for the person's own door alone. Nothing of the team's may ask here."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.careplans.models import PrivateGoal
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.queries.own_reach import require_own


def private_goals_of(actor: Actor, person_id: UUID) -> Sequence[PrivateGoal]:
    """Every one, the newest first. Raises NotFound for anybody but the person."""
    require_own(actor, person_id)
    return db.session.scalars(
        select(PrivateGoal).where(PrivateGoal.person_id == person_id).order_by(PrivateGoal.created_at.desc())
    ).all()


def private_goal_of(actor: Actor, person_id: UUID, goal_id: UUID) -> PrivateGoal:
    """One of them. Raises NotFound for anybody but the person, and for one that is gone."""
    for goal in private_goals_of(actor, person_id):
        if goal.id == goal_id:
            return goal
    raise NotFound
