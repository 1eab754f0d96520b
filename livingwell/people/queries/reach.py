"""Who may reach whom: one SQL scope, used by the door, every list, every count and the search."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Uuid, and_, bindparam, exists, or_, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import Episode, NamedMember, OwnRecord, Person, RecordLimit

REACH_AFTER_END = timedelta(days=365)

# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
_LAST_DAY: ColumnElement[Any] = bindparam(
    "last_day_out_of_reach", callable_=lambda: today() - REACH_AFTER_END, type_=Date()
)


class Anybody:
    """An actor to be named later: for a statement that is built once, and run with `reach_of(actor)`.

    Building a statement takes SQLAlchemy longer than running it takes the database.
    """

    account_id: ColumnElement[Any] = bindparam("reach_account_id", type_=Uuid())
    team_ids: ColumnElement[Any] = bindparam("reach_team_ids", expanding=True, type_=Uuid())


ANYBODY = Anybody()


def reach_of(actor: Actor) -> dict[str, Any]:
    """The values of ANYBODY for this actor."""
    return {"reach_account_id": actor.account_id, "reach_team_ids": sorted(actor.team_ids)}


def within_reach(actor: Actor | Anybody) -> ColumnElement[bool]:
    """The condition on Person that holds for everybody this actor reaches.

    Staff reach people who have, or until twelve months ago had, an episode with one of their teams; not
    their own record, and a limited record only when they are named on it.
    """
    return and_(_has_episode(actor), ~is_hidden_from(actor))


def reached_by_episode() -> ColumnElement[bool]:
    """The same on Episode joined with Person, for a list of one team, after `require_own_team`.

    There the episode itself gives the reach. Said once more by `within_reach`, PostgreSQL expects to find next to
    nobody, and reads the whole team to sort it.
    """
    return and_(gives_reach(), ~is_hidden_from(ANYBODY))


def require_own_team(actor: Actor, team_id: UUID) -> None:
    """Raise NotFound unless the actor is in the team."""
    if not actor.belongs_to(team_id):
        raise NotFound


def among_reached(actor: Actor | Anybody) -> ColumnElement[bool]:
    """The same condition, told so that the database begins with the people of the actor's teams.

    For a search: they are some hundreds, however many people the database holds.
    """
    supported = select(Episode.person_id).where(_is_in_team_of(actor), gives_reach())
    return and_(Person.id.in_(supported), ~is_hidden_from(actor))


def is_hidden_from(actor: Actor | Anybody) -> ColumnElement[bool]:
    """The condition on Person that holds for records that don't exist for this actor, whatever their teams."""
    return or_(_is_own_record(actor), and_(_is_limited(), ~_is_named(actor)))


def person_within_reach(actor: Actor, person_id: UUID) -> Person:
    """The person, with their death if there is one. Raises NotFound alike for somebody out of reach and for nobody."""
    person: Person | None = db.session.scalar(_PERSON, {"sought_id": person_id, **reach_of(actor)})
    if person is None:
        raise NotFound
    return person


def people_within_reach(actor: Actor) -> Sequence[Person]:
    """Everybody whom the actor reaches, by name: for choosing one of them."""
    found = select(Person).where(among_reached(actor))
    return db.session.scalars(found.order_by(Person.preferred_name, Person.family_name, Person.id)).all()


def gives_reach() -> ColumnElement[bool]:
    """The condition on Episode that holds while it lets its team reach the person."""
    return or_(Episode.ended_on.is_(None), ended_within_reach())


def ended_within_reach() -> ColumnElement[bool]:
    """The condition on Episode that holds from its end until it no longer gives reach."""
    return Episode.ended_on > _LAST_DAY


def _has_episode(actor: Actor | Anybody) -> ColumnElement[bool]:
    return exists().where(Episode.person_id == Person.id, _is_in_team_of(actor), gives_reach()).correlate(Person)


def _is_in_team_of(actor: Actor | Anybody) -> ColumnElement[bool]:
    return Episode.team_id.in_(actor.team_ids if isinstance(actor, Anybody) else sorted(actor.team_ids))


def _is_own_record(actor: Actor | Anybody) -> ColumnElement[bool]:
    return exists().where(OwnRecord.person_id == Person.id, OwnRecord.account_id == actor.account_id).correlate(Person)


def _is_limited() -> ColumnElement[bool]:
    return exists().where(RecordLimit.person_id == Person.id).correlate(Person)


def _is_named(actor: Actor | Anybody) -> ColumnElement[bool]:
    return (
        exists().where(NamedMember.person_id == Person.id, NamedMember.account_id == actor.account_id).correlate(Person)
    )


_PERSON = (
    select(Person).where(Person.id == bindparam("sought_id"), within_reach(ANYBODY)).options(joinedload(Person.death))
)
