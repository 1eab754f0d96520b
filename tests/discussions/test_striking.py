"""What was recorded in error in a meeting is struck out by whoever recorded it, and stays in the history."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid
from livingwell.discussions.actions.closing import close_discussion
from livingwell.discussions.actions.deciding import answer_decision, turn_away
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.actions.striking import strike_answer, strike_decision, strike_line
from livingwell.discussions.commands import AddView, Answer, TurnAway
from livingwell.discussions.models import Missing, NotReadyToClose, Outcome
from livingwell.discussions.queries.decisions import answers_to, decisions_asked_at, decisions_of, open_decisions
from livingwell.discussions.queries.discussions import readiness
from livingwell.discussions.queries.lines import lines
from livingwell.extensions import db
from livingwell.people.models import Episode, Struck
from livingwell.people.queries.striking import struck_of
from tests.factories.discussions import Room, address, as_member, make_answer, make_decision, make_line, make_meeting
from tests.factories.people import make_person


def test_a_struck_line_leaves_the_discussion_waiting_for_one(app: Flask) -> None:
    room = Room()
    line = make_line(room.discussion, room.peer)
    with pytest.raises(Forbidden):
        strike_line(room.discussion, line, "Not hers", room.nurse)
    strike_line(room.discussion, line, "Somebody else said this", room.peer)
    assert lines([room.discussion.id]) == []
    assert not readiness(room.discussion.id).has_line
    assert struck_of(room.amara.id)[line.id].reason == "Somebody else said this"


def test_a_struck_decision_is_asked_about_no_more_and_is_no_outcome(app: Flask) -> None:
    room = Room()
    room.hear_line()
    room.hear_lived_experience()
    decision = make_decision(room.discussion, room.nurse)
    with pytest.raises(Forbidden):
        strike_decision(room.discussion, decision, "I disagree", room.chair)
    with pytest.raises(Invalid):
        strike_decision(room.discussion, decision, " ", room.nurse)
    strike_decision(room.discussion, decision, "Meant for another person", room.nurse)
    assert decisions_of(room.discussion.id) == []
    assert open_decisions(room.nurse, [room.team.id]) == []
    with pytest.raises(NotReadyToClose) as refused:
        close_discussion(room.discussion, room.chair)
    assert refused.value.missing == (Missing.OUTCOME,)


def test_a_decision_that_turned_a_referral_away_is_not_struck_out(app: Flask) -> None:
    """The referral is closed by it: only a new one begins again."""
    room = Room()
    referred = make_person("Kwame", team=room.team, is_accepted=False, is_started=False)
    discussion = room.put_on(referred)
    add_view(discussion, AddView("He wrote to us."), room.peer)
    facts = TurnAway("The college team", "Jo told him on Monday", "Text us", "Not ours", room.ruth.id, today())
    decision = turn_away(discussion, facts, room.chair)
    with pytest.raises(Conflict, match="new referral"):
        strike_decision(discussion, decision, "A mistake", room.chair)
    assert db.session.scalars(select(Episode.turned_away_on).filter_by(person_id=referred.id)).one() == today()


def test_once_an_answer_is_struck_the_one_before_it_holds(app: Flask) -> None:
    room = Room()
    decision = make_decision(room.discussion, room.nurse)
    partly = answer_decision(decision, Answer(Outcome.PARTLY, "Half of it"), room.nurse)
    done = make_answer(decision, room.peer)
    assert decision.settled_at is not None
    with pytest.raises(Forbidden):
        strike_answer(decision, done, "It was not", room.nurse)
    strike_answer(decision, done, "It was another decision", room.peer)
    assert (decision.settled_at, decision.answered_at) == (None, partly.created_at)
    assert [each.why for each in answers_to([decision.id])[decision.id]] == ["Half of it"]


def test_once_its_only_answer_is_struck_a_decision_comes_back(app: Flask) -> None:
    room = Room()
    decision = make_decision(room.discussion, room.nurse)
    answer = make_answer(decision, room.nurse)
    coming = make_meeting(room, now() + timedelta(days=7))
    assert decisions_asked_at(room.nurse, coming, None) == []
    strike_answer(decision, answer, "Nobody did it", room.nurse)
    assert [each.id for each in decisions_asked_at(room.nurse, coming, None)] == [decision.id]


def test_each_is_offered_on_the_screen_to_whoever_recorded_it_and_to_nobody_else(app: Flask) -> None:
    room = Room()
    line, decision = make_line(room.discussion, room.nurse), make_decision(room.discussion, room.nurse)
    paths = (f"/lines/{line.id}/strike", f"/decisions/{decision.id}/strike")
    nurse, jo = as_member(app, room.priya), as_member(app, room.jo)
    hers, jos = nurse.get(address(room)).text, jo.get(address(room)).text
    for path in paths:
        assert (path in hers, path in jos) == (True, False)
        assert nurse.get(address(room, path)).status_code == 200
        assert jo.get(address(room, path)).status_code == 403
        assert nurse.post(address(room, path), data={"reason": ""}).status_code == 422
        assert nurse.post(address(room, path), data={"reason": "Somebody else"}).status_code == 303
    assert len(db.session.scalars(select(Struck)).all()) == len(paths)
    assert "Write instead of phoning" not in nurse.get(address(room)).text


def test_an_answer_is_struck_out_from_the_discussion_that_shows_it(app: Flask) -> None:
    room = Room(is_started=False)
    earlier = make_decision(room.discussion, room.nurse)
    answer = make_answer(earlier, room.nurse)
    path = f"/answers/{answer.id}/strike"
    nurse = as_member(app, room.priya)
    shown = nurse.get(address(room, path)).text
    assert "Done on Tuesday" in shown
    assert "Write instead of phoning" in shown
    assert nurse.post(address(room, path), data={"reason": "Not done"}).status_code == 303
    assert nurse.get(address(room, path)).status_code == 404
