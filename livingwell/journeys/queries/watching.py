"""The watch list of a team: who is on it and why, what has waited longest first; and who is set aside from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, exists, func, select, union_all
from sqlalchemy.orm import aliased

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.core.model import Instant, date
from livingwell.discussions.models import AgendaRequest, CaseDiscussion, Closing, Meeting
from livingwell.extensions import db
from livingwell.journeys.models import Missed, SetAside, Watched, Why
from livingwell.journeys.queries.watch_reasons import reasons
from livingwell.people.models import Episode, Person
from livingwell.people.queries.reach import reach_of, reached_by_episode, require_own_team
from livingwell.people.queries.striking import is_struck

PAGE = 25
_EVERYBODY = 2**31 - 1
_ORDER = {missed: number for number, missed in enumerate(Missed)}


@dataclass(frozen=True)
class WatchPage:
    """One page of the list, and how many people are on it in all."""

    rows: Sequence[Watched]
    count: int
    page: int


@dataclass(frozen=True)
class Aside:
    """Somebody who is set aside: why, by whom, and until when."""

    id: UUID
    person_id: UUID
    episode_id: UUID
    name: str
    why: str
    written_by: str
    until_on: date


def watch_list(actor: Actor, team_id: UUID, page: int = 1) -> WatchPage:
    """The people for whom we have not done something in time. One statement. Raises NotFound for another's team."""
    require_own_team(actor, team_id)
    first = (page - 1) * PAGE
    found = db.session.execute(_page(), _values(actor, team_id, first=first, last=first + PAGE)).all()
    rows = [_watched(list(group)) for _number, group in groupby(found, key=lambda row: row.number)]
    return WatchPage(rows, found[0].people if found else 0, page)


def watched(actor: Actor, team_id: UUID, episode_id: UUID) -> Watched:
    """One of them, with every reason. Raises NotFound for somebody who is not on the list."""
    require_own_team(actor, team_id)
    statement = _page().where(_page().selected_columns.episode_id == episode_id)
    found = db.session.execute(statement, _values(actor, team_id, first=0, last=_EVERYBODY)).all()
    if not found:
        raise NotFound
    return _watched(found)


def set_aside_now(actor: Actor, team_id: UUID) -> Sequence[Aside]:
    """Who is set aside, whose time ends first. One statement."""
    require_own_team(actor, team_id)
    rows = db.session.execute(_asides(), {"team_id": team_id, "today": today(), **reach_of(actor)})
    return [Aside(*row) for row in rows]


def standing_aside(episode_id: UUID) -> SetAside | None:
    """What sets the episode's person aside now."""
    standing = select(SetAside).where(SetAside.episode_id == episode_id, SetAside.ended_at.is_(None))
    return db.session.scalars(standing.where(SetAside.until_on >= today())).first()


def episode_of(actor: Actor, team_id: UUID, episode_id: UUID) -> Episode:
    """An episode of the team, within reach. Raises NotFound."""
    require_own_team(actor, team_id)
    found = select(Episode).join(Person, Person.id == Episode.person_id)
    found = found.where(Episode.id == episode_id, Episode.team_id == team_id, ~is_struck(Episode), reached_by_episode())
    episode = db.session.scalars(found, reach_of(actor)).one_or_none()
    if episode is None:
        raise NotFound
    return episode


def _values(actor: Actor, team_id: UUID, **numbers: int) -> dict[str, Any]:
    return {"team_id": team_id, "today": today(), **numbers, **reach_of(actor)}


@cache
def _page() -> Select[Any]:
    """The reasons, numbered by person so that a page holds whole people."""
    found = union_all(*reasons()).subquery("found")
    first = func.min(found.c.since).over(partition_by=found.c.episode_id).label("first")
    kept = select(found, first).where(~_is_aside(found.c.episode_id)).subquery("kept")
    number = func.dense_rank().over(order_by=(kept.c.first, kept.c.episode_id)).label("number")
    numbered = select(kept, number).cte("numbered")
    people = select(func.max(numbered.c.number)).scalar_subquery().label("people")
    columns = (
        numbered,
        people,
        Person.preferred_name,
        Person.family_name,
        _meets_at(numbered),
        _is_asked_for(numbered),
    )
    return (
        select(*columns)
        .join(Person, Person.id == numbered.c.person_id)
        .where(
            numbered.c.number > bindparam("first", type_=Integer()),
            numbered.c.number <= bindparam("last", type_=Integer()),
        )
        .order_by(numbered.c.number)
    )


def _is_aside(episode_id: Any) -> Any:
    return exists().where(
        SetAside.episode_id == episode_id, SetAside.ended_at.is_(None), SetAside.until_on >= bindparam("today")
    )


def _meets_at(numbered: Any) -> Any:
    """When the meeting is on whose agenda they are, not yet talked about."""
    return (
        select(func.min(Meeting.starts_at, type_=Instant()))
        .join(CaseDiscussion, CaseDiscussion.meeting_id == Meeting.id)
        .where(
            CaseDiscussion.person_id == numbered.c.person_id,
            CaseDiscussion.taken_off_at.is_(None),
            Meeting.team_id == bindparam("team_id"),
            Meeting.ended_at.is_(None),
            ~exists().where(Closing.discussion_id == CaseDiscussion.id),
        )
        .correlate(numbered)
        .scalar_subquery()
        .label("meets_at")
    )


def _is_asked_for(numbered: Any) -> Any:
    asked = aliased(AgendaRequest)
    found = exists().where(
        asked.person_id == numbered.c.person_id, asked.team_id == bindparam("team_id"), asked.met_at.is_(None)
    )
    return found.where(~is_struck(asked)).correlate(numbered).label("is_asked_for")


@cache
def _asides() -> Any:
    name = Person.preferred_name + " " + Person.family_name
    return (
        select(SetAside.id, Person.id, Episode.id, name, SetAside.why, SetAside.written_by, SetAside.until_on)
        .join(Episode, Episode.id == SetAside.episode_id)
        .join(Person, Person.id == Episode.person_id)
        .where(
            Episode.team_id == bindparam("team_id"),
            SetAside.ended_at.is_(None),
            SetAside.until_on >= bindparam("today"),
            ~is_struck(Episode),
            reached_by_episode(),
        )
        .order_by(SetAside.until_on, SetAside.created_at)
    )


def _watched(rows: Sequence[Any]) -> Watched:
    one = rows[0]
    whys = {Why(Missed(row.missed), row.since, row.about) for row in rows}
    return Watched(
        person_id=one.person_id,
        episode_id=one.episode_id,
        name=f"{one.preferred_name} {one.family_name}",
        whys=sorted(whys, key=lambda why: (_ORDER[why.missed], why.since, why.about)),
        meets_at=one.meets_at,
        is_asked_for=one.is_asked_for,
    )
