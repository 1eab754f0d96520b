"""The team's list: who is referred, accepted and supported, the longest wait first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Allocation, AllocationRole, Episode, ImportedNote, Person
from livingwell.people.queries.reach import ended_within_reach, reach_of, reached_by_episode, require_own_team
from livingwell.people.queries.striking import is_struck

PAGE = 25
COUNTED = 100
"""Counting stops here, so that it takes as long for a large team as for a small one."""


class Show(StrEnum):
    """Which episodes the list shows."""

    ALL = "all"
    REFERRED = "referred"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    WAITING = "waiting"
    TO_CHECK = "to-check"
    CLOSED = "closed"


@dataclass(frozen=True)
class Selection:
    """What the list was asked for."""

    team_id: UUID
    show: Show = Show.ALL
    worker_id: UUID | None = None
    page: int = 1


@dataclass(frozen=True)
class Row:
    """One line of the list."""

    episode: Episode
    person: Person
    key_worker: str | None
    peer: str | None
    is_to_check: bool


@dataclass(frozen=True)
class Caseload:
    """One page of the list, and whether another follows."""

    rows: Sequence[Row]
    has_more: bool


def caseload(actor: Actor, selection: Selection) -> Caseload:
    """The page of the team's list that was asked for, within the actor's reach, in one statement."""
    require_own_team(actor, selection.team_id)
    first = (selection.page - 1) * PAGE
    statement = _rows(selection.show, selection.worker_id is not None)
    values = {"team_id": selection.team_id, "worker_id": selection.worker_id, "first": first, **reach_of(actor)}
    found = db.session.execute(statement, values).all()
    return Caseload([Row(*row) for row in found[:PAGE]], len(found) > PAGE)


def counts(actor: Actor, team_id: UUID, shows: Sequence[Show]) -> dict[Show, int]:
    """How many each filter would show, up to COUNTED, in one statement."""
    require_own_team(actor, team_id)
    values = {"team_id": team_id, "counted": COUNTED, **reach_of(actor)}
    row = db.session.execute(_numbers(tuple(shows)), values).one()
    return dict(zip(shows, row, strict=True))


@cache
def _rows(show: Show, is_for_worker: bool) -> Select[Any]:
    columns, joined = _workers(select(Episode, Person).join(Person, Episode.person_id == Person.id))
    return (
        joined.add_columns(*columns, _is_to_check())
        .where(_selected(show, is_for_worker), reached_by_episode())
        .order_by(*_ORDER.get(show, _LONGEST_WAIT_FIRST))
        .offset(bindparam("first", type_=Integer()))
        .limit(PAGE + 1)
    )


@cache
def _numbers(shows: tuple[Show, ...]) -> Select[Any]:
    return select(*(_count(show).label(show.name) for show in shows))


def _workers(statement: Any) -> tuple[list[Any], Select[Any]]:
    """The names of key worker and peer, joined rather than asked for in a statement of their own."""
    columns: list[Any] = []
    for role in AllocationRole:
        allocation, account = aliased(Allocation), aliased(Account)
        is_current = and_(
            allocation.episode_id == Episode.id, allocation.role == role.value, allocation.until_on.is_(None)
        )
        statement = statement.outerjoin(allocation, is_current).outerjoin(account, allocation.account_id == account.id)
        columns.append(account.name)
    return columns, statement


def _count(show: Show) -> Any:
    some = select(Episode.id).join(Person, Episode.person_id == Person.id)
    some = some.where(_selected(show), reached_by_episode()).limit(bindparam("counted", type_=Integer()))
    return select(func.count()).select_from(some.subquery()).scalar_subquery()


def _selected(show: Show, is_for_worker: bool = False) -> ColumnElement[bool]:
    conditions = [Episode.team_id == bindparam("team_id"), _SHOWN[show](), ~is_struck(Episode)]
    if is_for_worker:
        theirs = select(Allocation.episode_id).where(
            Allocation.account_id == bindparam("worker_id"), Allocation.until_on.is_(None)
        )
        conditions.append(Episode.id.in_(theirs))
    return and_(*conditions)


def _is_to_check() -> ColumnElement[bool]:
    note = exists().where(
        ImportedNote.person_id == Person.id, ImportedNote.confirmed_at.is_(None), ~is_struck(ImportedNote)
    )
    return or_(note, Person.nhs_number_to_check != "")


_is_open = Episode.ended_on.is_(None)
_is_waiting = and_(_is_open, Episode.started_on.is_(None))

_LONGEST_WAIT_FIRST = (Episode.referred_on, Episode.id)
_ORDER = {Show.CLOSED: (Episode.ended_on.desc(), Episode.referred_on.desc(), Episode.id.desc())}

_SHOWN: dict[Show, Any] = {
    Show.ALL: lambda: _is_open,
    Show.REFERRED: lambda: and_(_is_waiting, Episode.accepted_on.is_(None)),
    Show.ACCEPTED: lambda: and_(_is_waiting, Episode.accepted_on.is_not(None)),
    Show.ACTIVE: lambda: and_(_is_open, Episode.started_on.is_not(None)),
    Show.WAITING: lambda: _is_waiting,
    Show.TO_CHECK: lambda: and_(_is_open, _is_to_check()),
    Show.CLOSED: ended_within_reach,
}
