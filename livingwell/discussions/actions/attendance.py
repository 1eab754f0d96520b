"""Checking in."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Invalid
from livingwell.discussions.actions.changing import hold_meeting, require_reach
from livingwell.discussions.commands import Guest
from livingwell.discussions.models import Attendee, CheckIn, Meeting
from livingwell.discussions.policy import require_in_team
from livingwell.discussions.queries.attendance import member_there
from livingwell.discussions.queries.meetings import member
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.models import Person


@atomic()
def check_in_member(meeting: Meeting, account_id: UUID, actor: Actor) -> CheckIn:
    """A member is there; anybody of the team may say so. Once is enough."""
    _require_open(meeting, actor)
    membership = member(meeting.team_id, account_id)
    there = member_there(meeting.id, account_id)
    if there is not None:
        return there
    arrived = CheckIn(
        meeting_id=meeting.id,
        attendee=Attendee.MEMBER,
        account_id=account_id,
        brings_lived_experience=membership.brings_lived_experience,
        checked_in_by_id=actor.account_id,
    )
    return _check_in(arrived, actor)


@atomic()
def check_in_guest(meeting: Meeting, guest: Guest, actor: Actor) -> CheckIn:
    """Somebody without an account is there, with a role and an organisation."""
    _require_open(meeting, actor)
    if not guest.name:
        raise Invalid({"name": "Enter the guest’s name"})
    arrived = CheckIn(
        meeting_id=meeting.id,
        attendee=Attendee.GUEST,
        name=guest.name,
        role=guest.role,
        organisation=guest.organisation,
        checked_in_by_id=actor.account_id,
    )
    return _check_in(arrived, actor)


@atomic()
def check_in_person(meeting: Meeting, person: Person, actor: Actor) -> CheckIn:
    """The person is there for their own discussion."""
    return _check_in_near(Attendee.PERSON, person.name, meeting, person, actor)


@atomic()
def check_in_carer(meeting: Meeting, person: Person, name: str, actor: Actor) -> CheckIn:
    """A carer of the person is there, by name."""
    if not name:
        raise Invalid({"name": "Enter the carer’s name"})
    return _check_in_near(Attendee.CARER, name, meeting, person, actor)


@atomic()
def check_out(meeting: Meeting, check_in: CheckIn, actor: Actor) -> None:
    """Somebody has left."""
    require_in_team(actor, Permission.DISCUSS, meeting.team_id)
    check_in.leave(now())
    record("check_out", actor, check_in.person_id)


def _require_open(meeting: Meeting, actor: Actor) -> None:
    require_in_team(actor, Permission.DISCUSS, meeting.team_id)
    meeting.require_not_ended()
    hold_meeting(meeting.id)


def _check_in_near(attendee: Attendee, name: str, meeting: Meeting, person: Person, actor: Actor) -> CheckIn:
    _require_open(meeting, actor)
    require_reach(actor, person.id)
    arrived = CheckIn(
        meeting_id=meeting.id, attendee=attendee, person_id=person.id, name=name, checked_in_by_id=actor.account_id
    )
    return _check_in(arrived, actor)


def _check_in(arrived: CheckIn, actor: Actor) -> CheckIn:
    db.session.add(arrived)
    record("check_in", actor, arrived.person_id)
    return arrived
