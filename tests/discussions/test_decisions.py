"""Every decision has a person and a date, and comes back."""

from datetime import date, timedelta

import pytest
from flask import Flask

from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.discussions.actions.deciding import answer_decision, decide_no_change
from livingwell.discussions.commands import Answer
from livingwell.discussions.models import Decision, Doer, Meeting, Outcome
from livingwell.discussions.queries.decisions import answers_to, decisions_asked_at, earlier_decisions, open_decisions
from livingwell.identity.models import Profession
from tests.factories.discussions import Room, make_meeting
from tests.factories.identity import make_account, make_team


def asked(room: Room, meeting: Meeting, since: object = None) -> list[Decision]:
    return list(decisions_asked_at(room.chair, meeting, since))


def test_a_decision_names_somebody_of_the_team(app: Flask) -> None:
    room = Room()
    stranger = make_account("Ola Stone", team=make_team())
    with pytest.raises(NotFound):
        room.decide(member_id=stranger.id)
    with pytest.raises(Invalid):
        room.decide(what="")


def test_the_person_or_somebody_else_may_do_it_with_a_member_beside_them(app: Flask) -> None:
    room = Room()
    with pytest.raises(Invalid):
        room.decide(doer=Doer.OTHER)
    own = room.decide("Ride one stop alone", doer=Doer.PERSON, member_id=room.jo.id)
    other = room.decide("Hold the key", doer=Doer.OTHER, doer_name="Grace Osei", member_id=room.jo.id)
    assert earlier_decisions(room.amara.id, room.team.id, now() + timedelta(days=1), None) == [own, other]
    assert own.who("Amara") == "Amara, with Jo Brennan"
    assert other.who("Amara") == "Grace Osei, with Jo Brennan"


def test_every_decision_comes_back_at_the_next_meeting_also_when_the_person_is_not_on_its_agenda(app: Flask) -> None:
    room = Room()
    decision = room.decide()
    next_week = make_meeting(room, now() + timedelta(days=7))
    assert asked(room, next_week, since=now()) == [decision]


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.CHANGED])
def test_done_or_changed_settles_it(app: Flask, outcome: Outcome) -> None:
    room = Room()
    decision = room.decide()
    answer_decision(decision, Answer(outcome, "The supplier did it on 29 May"), room.chair)
    assert open_decisions(room.chair, [room.team.id]) == []
    with pytest.raises(Conflict):
        answer_decision(decision, Answer(Outcome.DONE, "Again"), room.chair)


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NOT_DONE])
def test_partly_or_not_done_comes_back_again_and_the_first_answer_stays(app: Flask, outcome: Outcome) -> None:
    room = Room()
    decision = room.decide()
    answer_decision(decision, Answer(outcome, "The supplier needs 10 days"), room.chair)
    soon, later = make_meeting(room, now() + timedelta(days=7)), make_meeting(room, now() + timedelta(days=14))
    before = now() - timedelta(days=1)
    assert asked(room, soon, since=before) == []
    assert asked(room, later, since=now() + timedelta(days=7)) == [decision]
    answer_decision(decision, Answer(Outcome.DONE, "Off since 12 June"), room.chair)
    assert [said.outcome for said in answers_to([decision.id])[decision.id]] == [outcome, Outcome.DONE]


def test_each_answer_says_why(app: Flask) -> None:
    room = Room()
    with pytest.raises(Invalid):
        answer_decision(room.decide(), Answer(Outcome.NOT_DONE, ""), room.chair)


def test_somebody_answers_for_a_colleague_and_is_named(app: Flask) -> None:
    room = Room()
    decision = room.decide(member_id=room.ruth.id)
    said = answer_decision(decision, Answer(Outcome.DONE, "Ruth told me"), room.peer)
    assert said.answered_by_id == room.jo.id != decision.member_id


def test_open_decisions_come_overdue_first(app: Flask) -> None:
    room = Room()
    later = room.decide("Later", by_on=today() + timedelta(days=30))
    overdue = room.decide("Overdue", by_on=today() - timedelta(days=3))
    assert list(open_decisions(room.chair, [room.team.id])) == [overdue, later]
    assert overdue.is_overdue(today())
    assert not later.is_overdue(today())
    assert not room.decide("Today", by_on=date.max).is_overdue(today())


def test_a_decision_about_somebody_out_of_reach_is_in_no_list(app: Flask) -> None:
    room = Room()
    room.decide()
    elsewhere = Room()
    assert open_decisions(elsewhere.chair, [elsewhere.team.id, room.team.id]) == []


def test_no_change_needs_its_reason_and_is_said_once(app: Flask) -> None:
    room = Room()
    with pytest.raises(Invalid):
        decide_no_change(room.discussion, "", room.chair)
    decide_no_change(room.discussion, "It is working", room.chair)
    with pytest.raises(Conflict):
        decide_no_change(room.discussion, "Again", room.chair)


def test_a_peer_decides_as_a_clinician_does(app: Flask) -> None:
    room = Room()
    assert room.jo.profession is Profession.PEER_SUPPORT_WORKER
    room.chair = room.peer
    assert room.decide().written_by_id == room.jo.id
