"""Who may reach whom: one SQL scope, used by the door, every list, every count and the search."""

from datetime import timedelta
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
    return and_(_has_episode(actor), ~is_hidden_from(actor))


def is_hidden_from(actor: Actor) -> ColumnElement[bool]:
    """The condition on Person that holds for records that don't exist for this actor, whatever their teams."""
    return or_(_is_own_record(actor), and_(_is_limited(), ~_is_named(actor)))


def person_within_reach(actor: Actor, person_id: UUID) -> Person:
    """The person. Raises NotFound alike for somebody out of reach and for nobody."""
    person: Person | None = db.session.scalar(select(Person).where(Person.id == person_id, within_reach(actor)))
    if person is None:
        raise NotFound
    return person


def gives_reach() -> ColumnElement[bool]:
    """The condition on Episode that holds while it lets its team reach the person."""
    return or_(Episode.ended_on.is_(None), ended_within_reach())


def ended_within_reach() -> ColumnElement[bool]:
    """The condition on Episode that holds from its end until it no longer gives reach."""
    return Episode.ended_on > today() - REACH_AFTER_END


def _has_episode(actor: Actor) -> ColumnElement[bool]:
    mine = Episode.team_id.in_(sorted(actor.team_ids))
    return exists().where(Episode.person_id == Person.id, mine, gives_reach()).correlate(Person)


def _is_own_record(actor: Actor) -> ColumnElement[bool]:
    return exists().where(OwnRecord.person_id == Person.id, OwnRecord.account_id == actor.account_id).correlate(Person)


def _is_limited() -> ColumnElement[bool]:
    return exists().where(RecordLimit.person_id == Person.id).correlate(Person)


def _is_named(actor: Actor) -> ColumnElement[bool]:
    return (
        exists().where(NamedMember.person_id == Person.id, NamedMember.account_id == actor.account_id).correlate(Person)
    )
