"""Meetings and discussions for tests."""

from datetime import datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.actor import Actor
from livingwell.core.clock import now, today
from livingwell.discussions.actions.agenda import put_on_agenda, say_line
from livingwell.discussions.actions.attendance import check_in_guest
from livingwell.discussions.actions.closing import close_discussion, start_discussion
from livingwell.discussions.actions.deciding import answer_decision, decide
from livingwell.discussions.actions.meetings import plan_meeting
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView, Answer, Decide, Guest, Place, PlanMeeting, SayLine
from livingwell.discussions.models import (
    CaseDiscussion,
    Challenge,
    CheckIn,
    Contribution,
    Decision,
    FollowThrough,
    Meeting,
    Outcome,
    PersonLine,
    Reason,
)
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession, Team
from livingwell.people.models import Person
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_person


class Room:
    """A team about to meet: Ruth chairs, Priya is a nurse, Jo a peer support worker; Amara is on the agenda."""

    def __init__(self, *, is_started: bool = True) -> None:
        self.team: Team = make_team()
        self.ruth: Account = make_account("Ruth Okafor", Profession.TEAM_LEAD, team=self.team)
        self.priya: Account = make_account("Priya Mistry", Profession.NURSE, team=self.team)
        self.jo: Account = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=self.team)
        self.amara: Person = make_person("Amara", team=self.team)
        self.chair, self.nurse, self.peer = (actor_for(each, self.team) for each in (self.ruth, self.priya, self.jo))
        self.meeting: Meeting = make_meeting(self)
        self.discussion: CaseDiscussion = self.put_on(self.amara)
        if is_started:
            start_discussion(self.discussion, self.chair)

    def put_on(self, person: Person, **place: object) -> CaseDiscussion:
        """Put another person on the agenda."""
        wanted = {"reason": Reason.REVIEW, "brought_by_id": self.jo.id, "question": "What would help?", **place}
        return put_on_agenda(self.meeting, person.id, Place(**wanted), self.chair)

    def begin(self) -> None:
        start_discussion(self.discussion, self.chair)

    def hear_lived_experience(self, text: str = "She asked us to stop the phone.") -> None:
        add_view(self.discussion, AddView(text=text), self.peer)

    def hear_line(self) -> None:
        said = SayLine(brought_by_id=self.jo.id, talk_about="the call on Monday", please_dont="my mum")
        say_line(self.discussion, said, self.peer)

    def decide(self, what: str = "Take her number out of the reminder system", **changes: object) -> Decision:
        wanted = {"what": what, "member_id": self.ruth.id, "by_on": today() + timedelta(days=7), **changes}
        return decide(self.discussion, Decide(**wanted), self.chair)

    def close(self) -> None:
        """Everything that closing needs, and the closing."""
        self.hear_line()
        self.hear_lived_experience()
        self.decide()
        close_discussion(self.discussion, self.chair)


def make_meeting(room: Room, starts_at: datetime | None = None, minutes: int = 90) -> Meeting:
    """A meeting of the room's team, beginning now unless a time is given."""
    starts = starts_at or now()
    command = PlanMeeting(
        team_id=room.team.id,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=minutes),
        chair_id=room.ruth.id,
        expected_ids=(room.ruth.id, room.priya.id, room.jo.id),
        place="Weaver Street, room 2",
    )
    return plan_meeting(command, room.chair)


def as_member(app: Flask, account: Account) -> FlaskClient:
    """A client signed in as the account."""
    client = app.test_client()
    sign_in(client, account)
    return client


def address(room: Room, more: str = "") -> str:
    """The address of the room's discussion."""
    return f"/people/{room.amara.id}/discussions/{room.discussion.id}{more}"


def begin_discussion(person: Person, team: Team, chair: Account) -> CaseDiscussion:
    """The person is being discussed, in a meeting of the team that began now."""
    actor = actor_for(chair, team)
    ends_at = now() + timedelta(minutes=60)
    meeting = plan_meeting(PlanMeeting(team.id, now(), ends_at, chair.id, (chair.id,)), actor)
    place = Place(reason=Reason.REVIEW, brought_by_id=chair.id, question="What would help?", is_person_told=True)
    discussion = put_on_agenda(meeting, person.id, place, actor)
    start_discussion(discussion, actor)
    return discussion


def make_view(discussion: CaseDiscussion, actor: Actor) -> Contribution:
    """What the actor says in the round."""
    return add_view(discussion, AddView("The phone is hard for her."), actor)


def make_challenge(discussion: CaseDiscussion, actor: Actor) -> Challenge:
    """What the actor asks of the others in the round, open."""
    raised = add_view(discussion, AddView("Are we keeping our side of it?", is_challenge=True), actor)
    return db.session.scalars(select(Challenge).where(Challenge.contribution_id == raised.id)).one()


def make_check_in(meeting: Meeting, actor: Actor) -> CheckIn:
    """A guest who is there."""
    return check_in_guest(meeting, Guest("Lena Fox", "housing officer", "Irwell Homes"), actor)


def make_decision(discussion: CaseDiscussion, actor: Actor) -> Decision:
    """What the actor is to do within a week."""
    assert actor.account_id is not None
    return decide(discussion, Decide("Write instead of phoning", actor.account_id, today() + timedelta(days=7)), actor)


def make_line(discussion: CaseDiscussion, actor: Actor) -> PersonLine:
    """The person's own line, brought by the actor."""
    assert actor.account_id is not None
    return say_line(discussion, SayLine(brought_by_id=actor.account_id, talk_about="the calls"), actor)


def make_answer(decision: Decision, actor: Actor) -> FollowThrough:
    """What the actor said to have become of a decision."""
    return answer_decision(decision, Answer(Outcome.DONE, "Done on Tuesday"), actor)
