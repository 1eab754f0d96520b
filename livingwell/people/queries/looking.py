"""Who opened a person's record, by day, from the audit: in as many statements for thousands of entries as for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import String, and_, cast, or_, select

from livingwell.audit.models import AuditEntry
from livingwell.core.actor import Side
from livingwell.core.clock import in_london, london_instant
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, Team
from livingwell.people.models import CarerLink, Episode, NamedMember, OwnRecord, RecordLimit
from livingwell.people.models.looking import Reading, TeamThen
from livingwell.people.queries.reach import REACH_AFTER_END
from livingwell.people.queries.striking import is_struck

Key = tuple[date, UUID | None, str]


def readings(person_id: UUID, first: date, last: date) -> list[Reading]:
    """What others read from the first day to the last, the latest day first. Their own reading is left out."""
    begins, ends = london_instant(first, 0), london_instant(last + timedelta(days=1), 0)
    found: dict[Key, list[tuple[datetime, bool]]] = defaultdict(list)
    for at, actor_id, label, is_opening in db.session.execute(_entries(person_id, begins, ends)):
        found[(in_london(at).date(), actor_id, label)].append((at, is_opening))
    ids = {actor_id for _on, actor_id, _label in found if actor_id}
    accounts, teams, named, carers = _accounts(ids), _teams(person_id, ids), _named(person_id), _carers(person_id)
    rows = [_reading(key, entries, accounts, teams, named=named, carers=carers) for key, entries in found.items()]
    return sorted(rows, key=lambda each: (each.on, each.first_at), reverse=True)


def _entries(person_id: UUID, begins: datetime, ends: datetime) -> Any:
    """Pages of the record, and lists with the person among others: those name them only by what was shown.

    Lists are looked for among those of the members of the person's teams: nobody else is shown them.
    """
    themselves = (
        select(OwnRecord.account_id)
        .join(Account, Account.id == OwnRecord.account_id)
        .where(OwnRecord.person_id == person_id, Account.side == Side.PERSON)
    )
    members = (
        select(Membership.account_id)
        .join(Episode, Episode.team_id == Membership.team_id)
        .where(Episode.person_id == person_id)
    )
    is_opening = AuditEntry.person_id == person_id
    is_list = and_(
        AuditEntry.person_id.is_(None),
        AuditEntry.actor_id.in_(members),
        cast(AuditEntry.detail, String).contains(str(person_id)),
    )
    return select(AuditEntry.at, AuditEntry.actor_id, AuditEntry.actor_label, AuditEntry.person_id.is_not(None)).where(
        AuditEntry.is_read,
        AuditEntry.at >= begins,
        AuditEntry.at < ends,
        or_(is_opening, is_list),
        or_(AuditEntry.actor_id.is_(None), AuditEntry.actor_id.not_in(themselves)),
    )


def _accounts(ids: Iterable[UUID]) -> Mapping[UUID, Account]:
    found = db.session.scalars(select(Account).where(Account.id.in_(sorted(ids))))
    return {account.id: account for account in found}


def _teams(person_id: UUID, ids: Iterable[UUID]) -> Sequence[tuple[Membership, Team, Episode]]:
    rows = db.session.execute(
        select(Membership, Team, Episode)
        .join(Team, Team.id == Membership.team_id)
        .join(Episode, Episode.team_id == Membership.team_id)
        .where(Membership.account_id.in_(sorted(ids)), Episode.person_id == person_id, ~is_struck(Episode))
        .order_by(Team.name, Episode.referred_on)
    )
    return [(membership, team, episode) for membership, team, episode in rows]


def _named(person_id: UUID) -> frozenset[UUID]:
    limited = select(RecordLimit.id).where(RecordLimit.person_id == person_id).exists()
    return frozenset(
        db.session.scalars(select(NamedMember.account_id).where(NamedMember.person_id == person_id, limited))
    )


def _carers(person_id: UUID) -> frozenset[UUID]:
    return frozenset(db.session.scalars(select(CarerLink.account_id).where(CarerLink.person_id == person_id)))


def _reading(
    key: Key,
    entries: Sequence[tuple[datetime, bool]],
    accounts: Mapping[UUID, Account],
    teams: Sequence[tuple[Membership, Team, Episode]],
    *,
    named: frozenset[UUID],
    carers: frozenset[UUID],
) -> Reading:
    on, account_id, label = key
    opened = sum(is_opening for _at, is_opening in entries)
    return Reading(
        on=on,
        account=accounts.get(account_id) if account_id else None,
        label=label,
        opened=opened,
        listed=len(entries) - opened,
        first_at=min(at for at, _is_opening in entries),
        last_at=max(at for at, _is_opening in entries),
        teams=_teams_then(on, account_id, teams),
        is_named=account_id in named,
        is_carer=account_id in carers,
    )


def _teams_then(
    on: date, account_id: UUID | None, teams: Sequence[tuple[Membership, Team, Episode]]
) -> tuple[TeamThen, ...]:
    """The teams that gave the reader access on that day: they were in it, and it supported the person or lately had."""
    found: dict[UUID, TeamThen] = {}
    for membership, team, episode in teams:
        was_in = membership.joined_on <= on and (membership.left_on is None or on <= membership.left_on)
        last = episode.ended_on + REACH_AFTER_END if episode.ended_on else None
        supported = episode.referred_on <= on and (last is None or on <= last)
        if membership.account_id == account_id and was_in and supported:
            found[team.id] = TeamThen(team.name, membership.right, episode.referred_on, episode.ended_on)
    return tuple(found.values())
