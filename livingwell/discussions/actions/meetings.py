"""Planning meetings, and ending them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import in_london, london_instant, now
from livingwell.core.errors import Conflict, Invalid
from livingwell.discussions.actions.carrying_over import carry_over
from livingwell.discussions.commands import PlanMeeting
from livingwell.discussions.models import ExpectedMember, Meeting
from livingwell.discussions.policy import require_in_team
from livingwell.discussions.queries.meetings import expected_ids, expected_members, members, next_meeting
from livingwell.extensions import db
from livingwell.identity.permissions import Permission

WEEK = timedelta(days=7)


@atomic()
def plan_meeting(command: PlanMeeting, actor: Actor) -> Meeting:
    """Put a meeting of a team in the diary, with its chair and whom it expects."""
    require_in_team(actor, Permission.RUN_MEETINGS, command.team_id)
    meeting = _new_meeting(command)
    record("plan_meeting", actor)
    return meeting


@atomic()
def plan_next(meeting: Meeting, actor: Actor) -> Meeting:
    """The same meeting a week later; whoever was not reached goes on its agenda once this one has ended.

    Raises Conflict where the team meets then already.
    """
    require_in_team(actor, Permission.RUN_MEETINGS, meeting.team_id)
    starts_at = a_week_later(meeting.starts_at)
    existing = next_meeting(meeting.team_id, meeting.starts_at)
    if existing is not None and existing.starts_at <= starts_at:
        raise Conflict("Next week’s meeting is there already. Open it from the list of meetings.")
    following = _new_meeting(
        PlanMeeting(
            team_id=meeting.team_id,
            starts_at=starts_at,
            ends_at=starts_at + (meeting.ends_at - meeting.starts_at),
            chair_id=meeting.chair_id,
            expected_ids=tuple(expected_ids(meeting.id)),
            place=meeting.place,
            link=meeting.link,
        )
    )
    record("plan_next_meeting", actor)
    if meeting.ended_at is not None:
        carry_over(meeting, following, actor)
    return following


@atomic()
def change_meeting(meeting: Meeting, command: PlanMeeting, row_version: int | None, actor: Actor) -> None:
    """Another time, place or chair. The team stays."""
    require_in_team(actor, Permission.RUN_MEETINGS, meeting.team_id)
    meeting.require_not_ended()
    meeting.require_version(row_version, " ".join(filter(None, (meeting.place, meeting.link))))
    _require_possible(command)
    meeting.starts_at, meeting.ends_at = command.starts_at, command.ends_at
    meeting.place, meeting.link, meeting.chair_id = command.place, command.link, command.chair_id
    _expect(meeting.id, command.expected_ids)
    record("change_meeting", actor)


@atomic()
def end_meeting(meeting: Meeting, actor: Actor) -> Meeting | None:
    """The team is done for today. Whoever was not reached goes on the team's next meeting, where there is one."""
    require_in_team(actor, Permission.RUN_MEETINGS, meeting.team_id)
    meeting.end(now())
    record("end_meeting", actor)
    following = next_meeting(meeting.team_id, meeting.starts_at)
    if following is not None:
        carry_over(meeting, following, actor)
    return following


def a_week_later(instant: datetime) -> datetime:
    """The same time by the clock on the wall, seven days on."""
    wall = in_london(instant)
    return london_instant(wall.date() + WEEK, wall.hour, wall.minute)


def _new_meeting(command: PlanMeeting) -> Meeting:
    _require_possible(command)
    meeting = Meeting(
        team_id=command.team_id,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        chair_id=command.chair_id,
        place=command.place,
        link=command.link,
    )
    db.session.add(meeting)
    db.session.flush()
    _expect(meeting.id, command.expected_ids)
    return meeting


def _require_possible(command: PlanMeeting) -> None:
    if command.ends_at <= command.starts_at:
        raise Invalid({"ends": "The meeting must end after it begins"})
    ids = {membership.account_id for membership in members(command.team_id)}
    if command.chair_id not in ids:
        raise Invalid({"chair": "Choose a chair from the team"})
    if not ids.issuperset(command.expected_ids):
        raise Invalid({"expected": "Choose from the members of the team"})


def _expect(meeting_id: UUID, account_ids: Iterable[UUID]) -> None:
    """Expect exactly these members."""
    wanted, there = set(account_ids), expected_members(meeting_id)
    for account_id in there.keys() - wanted:
        db.session.delete(there[account_id])
    db.session.add_all(
        ExpectedMember(meeting_id=meeting_id, account_id=account_id) for account_id in sorted(wanted - there.keys())
    )
