"""Meetings, and the members of the team that holds them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.errors import NotFound
from livingwell.discussions.models import CaseDiscussion, Closing, ExpectedMember, Meeting
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.models import Person
from livingwell.people.queries.reach import within_reach

PAST_SHOWN = 12

LONGEST_OVERRUN = timedelta(hours=6)


def meeting(actor: Actor, meeting_id: UUID) -> Meeting:
    """A meeting of one of the actor's teams, with its chair and team. Raises NotFound for any other."""
    found = db.session.scalar(
        select(Meeting)
        .where(Meeting.id == meeting_id, Meeting.team_id.in_(sorted(actor.team_ids)))
        .options(joinedload(Meeting.chair), joinedload(Meeting.team))
    )
    if found is None:
        raise NotFound
    return found


def coming_meetings(team_ids: frozenset[UUID]) -> Sequence[Meeting]:
    """Meetings not ended and not long past, soonest first."""
    return db.session.scalars(
        _of_teams(team_ids)
        .where(Meeting.ended_at.is_(None), Meeting.ends_at > now() - LONGEST_OVERRUN)
        .order_by(Meeting.starts_at)
    ).all()


def past_meetings(team_ids: frozenset[UUID]) -> Sequence[Meeting]:
    """The latest meetings that ended or are long past, newest first."""
    return db.session.scalars(
        _of_teams(team_ids)
        .where((Meeting.ended_at.is_not(None)) | (Meeting.ends_at <= now() - LONGEST_OVERRUN))
        .order_by(Meeting.starts_at.desc())
        .limit(PAST_SHOWN)
    ).all()


def next_meeting(team_id: UUID, after: datetime) -> Meeting | None:
    """The team's first meeting that begins after an instant and has not ended."""
    return db.session.scalar(
        select(Meeting)
        .where(Meeting.team_id == team_id, Meeting.starts_at > after, Meeting.ended_at.is_(None))
        .order_by(Meeting.starts_at)
        .limit(1)
    )


def meeting_before(meeting: Meeting) -> Meeting | None:
    """The team's meeting before this one that took place."""
    return db.session.scalar(
        select(Meeting)
        .where(
            Meeting.team_id == meeting.team_id,
            Meeting.starts_at < meeting.starts_at,
            Meeting.started_at.is_not(None),
        )
        .order_by(Meeting.starts_at.desc())
        .limit(1)
    )


def agenda_sizes(actor: Actor, meeting_ids: Sequence[UUID]) -> dict[UUID, tuple[int, int]]:
    """For each meeting, how many people that the actor reaches are on its agenda, and how many were closed."""
    rows = db.session.execute(
        select(CaseDiscussion.meeting_id, func.count(), func.count(Closing.id))
        .join(Person, Person.id == CaseDiscussion.person_id)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .where(CaseDiscussion.meeting_id.in_(meeting_ids), CaseDiscussion.taken_off_at.is_(None), within_reach(actor))
        .group_by(CaseDiscussion.meeting_id)
    )
    return {meeting_id: (size, closed) for meeting_id, size, closed in rows}


def members(team_id: UUID) -> Sequence[Membership]:
    """The team's active members with their accounts, by name."""
    return db.session.scalars(_members(), {"team_id": team_id}).all()


@cache
def _members() -> Select[Membership]:
    return (
        select(Membership)
        .join(Membership.account)
        .where(
            Membership.team_id == bindparam("team_id"), Membership.left_on.is_(None), Account.deactivated_at.is_(None)
        )
        .options(contains_eager(Membership.account))
        .order_by(Account.name)
    )


def member(team_id: UUID, account_id: UUID) -> Membership:
    """An active member of the team. Raises NotFound for anybody else."""
    found = db.session.scalar(
        select(Membership)
        .join(Membership.account)
        .where(
            Membership.team_id == team_id,
            Membership.account_id == account_id,
            Membership.left_on.is_(None),
            Account.deactivated_at.is_(None),
        )
        .options(contains_eager(Membership.account))
    )
    if found is None:
        raise NotFound
    return found


def is_member(team_id: UUID, account_id: UUID) -> bool:
    """Whether the account is an active member of the team."""
    return any(membership.account_id == account_id for membership in members(team_id))


def expected_ids(meeting_id: UUID) -> frozenset[UUID]:
    """The accounts that are expected at a meeting."""
    return frozenset(
        db.session.scalars(select(ExpectedMember.account_id).where(ExpectedMember.meeting_id == meeting_id))
    )


def expected_members(meeting_id: UUID) -> dict[UUID, ExpectedMember]:
    """The rows that expect them, by account."""
    rows = db.session.scalars(select(ExpectedMember).where(ExpectedMember.meeting_id == meeting_id))
    return {row.account_id: row for row in rows}


def _of_teams(team_ids: frozenset[UUID]) -> Select[Meeting]:
    return (
        select(Meeting)
        .where(Meeting.team_id.in_(sorted(team_ids)))
        .options(joinedload(Meeting.chair), joinedload(Meeting.team))
    )
