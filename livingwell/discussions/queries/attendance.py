"""Who is at a meeting."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import CheckIn
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach


def member_there(meeting_id: UUID, account_id: UUID) -> CheckIn | None:
    """The member's check-in, unless they have not come or have left."""
    return db.session.scalar(
        select(CheckIn).where(
            CheckIn.meeting_id == meeting_id, CheckIn.account_id == account_id, CheckIn.left_at.is_(None)
        )
    )


def check_ins(actor: Actor, meeting_id: UUID) -> Sequence[CheckIn]:
    """Who came, in order; a person or carer only where the actor reaches the person."""
    return db.session.scalars(_check_ins(), {"meeting_id": meeting_id, **reach_of(actor)}).all()


@cache
def _check_ins() -> Select[CheckIn]:
    return (
        select(CheckIn)
        .outerjoin(Person, Person.id == CheckIn.person_id)
        .where(CheckIn.meeting_id == bindparam("meeting_id"), CheckIn.person_id.is_(None) | within_reach(ANYBODY))
        .options(joinedload(CheckIn.account))
        .order_by(CheckIn.created_at, CheckIn.id)
    )


def check_in(actor: Actor, meeting_id: UUID, check_in_id: UUID) -> CheckIn:
    """One check-in of a meeting. Raises NotFound for any other, and for people out of the actor's reach."""
    found = db.session.scalar(
        select(CheckIn)
        .outerjoin(Person, Person.id == CheckIn.person_id)
        .where(
            CheckIn.id == check_in_id,
            CheckIn.meeting_id == meeting_id,
            CheckIn.person_id.is_(None) | within_reach(actor),
        )
        .options(joinedload(CheckIn.account))
    )
    if found is None:
        raise NotFound
    return found
