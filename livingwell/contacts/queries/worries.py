"""About whom the team may worry: not that they don't engage, but whether we reach them as they asked."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Integer, Select, and_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from livingwell.contacts.models import NOT_REACHED, REACHED, AsAsked, Contact, ContactKind, Outcome
from livingwell.contacts.models.worry import Worry, WorryKind
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.people.models import Episode, Person
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck

MISSED = 2
"""So many missed appointments since they were last reached are a worry,"""
ATTEMPTS = 4
"""or so many attempts that did not reach them,"""
NO_CONTACT_FOR = timedelta(weeks=4)
"""or so long without a contact that reached them and went against nothing. Our own choice: no standard was found."""


def worries(actor: Actor, team_id: UUID) -> Sequence[Worry]:
    """About everybody whom the team supports, within the actor's reach; the longest first. One statement."""
    found = union_all(not_reached(team_id), no_contact(team_id, today())).subquery()
    rows = db.session.execute(
        select(found)
        .join(Person, Person.id == found.c.person_id)
        .where(within_reach(actor), ~has_died())
        .order_by(found.c.since)
    )
    return [Worry(WorryKind(row.kind), row.person_id, row.since, row.missed, row.attempts) for row in rows]


def not_reached(team_id: UUID) -> Select[Any]:
    """Two missed appointments or four attempts that did not reach, since the person was last reached.

    What we cancelled counts nowhere; a contact from the person is one that reached; what was struck out never was.
    """
    last = (
        select(Contact.person_id, func.max(Contact.at).label("at"))
        .where(Contact.outcome.in_(sorted(REACHED)), ~is_struck(Contact), _in_team(Contact.person_id, team_id))
        .group_by(Contact.person_id)
        .subquery()
    )
    missed, attempts = func.sum(_one_if(_is_missed())), func.sum(_one_if(_is_vain()))
    return (
        _row(WorryKind.NOT_REACHED, Contact.person_id, func.date(func.min(Contact.at), type_=Date), missed, attempts)
        .outerjoin(last, last.c.person_id == Contact.person_id)
        .where(
            or_(_is_missed(), _is_vain()),
            or_(last.c.at.is_(None), Contact.at > last.c.at),
            ~is_struck(Contact),
            _in_team(Contact.person_id, team_id),
        )
        .group_by(Contact.person_id)
        .having(or_(missed >= MISSED, attempts >= ATTEMPTS))
    )


def no_contact(team_id: UUID, on: date) -> Select[Any]:
    """Nobody reached the person, in a way that goes against nothing they asked, for as long as NO_CONTACT_FOR."""
    good = and_(
        Contact.person_id == Episode.person_id,
        Contact.outcome.in_(sorted(REACHED)),
        Contact.as_asked != AsAsked.NOT_AS_ASKED,
        ~is_struck(Contact),
    )
    last = func.date(func.max(Contact.at), type_=Date)
    since = func.coalesce(last, func.min(Episode.started_on), type_=Date)
    return (
        _row(WorryKind.NO_CONTACT, Episode.person_id, since, literal(0), literal(0))
        .outerjoin(Contact, good)
        .where(
            Episode.team_id == team_id,
            Episode.ended_on.is_(None),
            Episode.started_on <= on - NO_CONTACT_FOR,
            ~is_struck(Episode),
        )
        .group_by(Episode.person_id)
        .having(since <= on - NO_CONTACT_FOR)
    )


def _row(kind: WorryKind, person_id: Any, since: Any, missed: Any, attempts: Any) -> Select[Any]:
    return select(
        literal(kind.value).label("kind"),
        person_id.label("person_id"),
        since.label("since"),
        func.coalesce(missed, 0, type_=Integer).label("missed"),
        func.coalesce(attempts, 0, type_=Integer).label("attempts"),
    )


def _is_missed() -> ColumnElement[bool]:
    return Contact.outcome == Outcome.MISSED


def _is_vain() -> ColumnElement[bool]:
    """An attempt, not an appointment, that did not reach."""
    return and_(Contact.kind == ContactKind.ATTEMPT, Contact.outcome.in_(sorted(NOT_REACHED)))


def _one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _in_team(person_id: InstrumentedAttribute[UUID], team_id: UUID) -> ColumnElement[bool]:
    supported = select(Episode.person_id).where(
        Episode.team_id == team_id, Episode.ended_on.is_(None), ~is_struck(Episode)
    )
    return person_id.in_(supported)
