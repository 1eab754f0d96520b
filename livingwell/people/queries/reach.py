"""Who may reach whom: one SQL scope, used by the door, every list, every count and the search."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Episode, NamedMember, OwnRecord, Person, RecordLimit

REACH_AFTER_END = timedelta(days=365)


def within_reach(actor: Actor) -> ColumnElement[bool]:
    """The condition on Person that holds for everybody this actor reaches.

    Staff reach people who have, or until twelve months ago had, an episode with one of their teams; not
    their own record, and a limited record only when they are named on it.
    """
    return and_(_has_episode(actor, today()), ~_is_own_record(actor), or_(~_is_limited(), _is_named(actor)))


def person_within_reach(actor: Actor, person_id: UUID) -> Person:
    """The person. Raises NotFound alike for somebody out of reach and for nobody."""
    person: Person | None = db.session.scalar(select(Person).where(Person.id == person_id, within_reach(actor)))
    if person is None:
        raise NotFound
    return person


def _has_episode(actor: Actor, day: date) -> ColumnElement[bool]:
    return exists().where(
        Episode.person_id == Person.id,
        Episode.team_id.in_(sorted(actor.team_ids)),
        or_(Episode.ended_on.is_(None), Episode.ended_on > day - REACH_AFTER_END),
    )


def _is_own_record(actor: Actor) -> ColumnElement[bool]:
    return exists().where(OwnRecord.person_id == Person.id, OwnRecord.account_id == actor.account_id)


def _is_limited() -> ColumnElement[bool]:
    return exists().where(RecordLimit.person_id == Person.id)


def _is_named(actor: Actor) -> ColumnElement[bool]:
    return exists().where(NamedMember.person_id == Person.id, NamedMember.account_id == actor.account_id)
