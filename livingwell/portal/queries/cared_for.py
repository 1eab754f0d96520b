"""What a carer may see of whom they help, and since when."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from livingwell.carers.queries.carers import carer_of, carer_signed_in
from livingwell.core.actor import Actor
from livingwell.core.clock import london_instant
from livingwell.core.errors import NotFound
from livingwell.discussions.models import Telling
from livingwell.extensions import db
from livingwell.people.models import Topic
from livingwell.people.queries.striking import is_struck

MOST = 100


def shared_since(actor: Actor, person_id: UUID, topic: Topic) -> date:
    """The day of the agreement: what was written before it is not the carer's. Raises NotFound without one."""
    sharing = carer_of(person_id, carer_signed_in(actor, person_id).id).sharing.get(topic)
    if sharing is None:
        raise NotFound
    return sharing.since


def tellings_since(person_id: UUID, day: date) -> Sequence[Telling]:
    """What the person was told after meetings, from the day on; the latest first. One statement."""
    wanted = select(Telling).where(
        Telling.person_id == person_id, Telling.told_at >= london_instant(day, 0), ~is_struck(Telling)
    )
    return db.session.scalars(wanted.order_by(Telling.told_at.desc(), Telling.id).limit(MOST)).all()
