"""What somebody is said to have said, while they were not there: they are told, and say whether it is right."""

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.core.actor import Actor
from livingwell.core.errors import Conflict, Forbidden
from livingwell.discussions.actions.attendance import check_in_member, check_out
from livingwell.discussions.actions.round import add_view, confirm_view
from livingwell.discussions.actions.striking import strike_view
from livingwell.discussions.commands import AddView
from livingwell.discussions.models import Contribution
from livingwell.discussions.queries.discussions import readiness
from livingwell.discussions.queries.needs_member import ASKS
from livingwell.extensions import db
from livingwell.people.models import Struck
from livingwell.people.queries.asks import asks
from tests.factories.discussions import Room, address, as_member


def jo_is_said_to_have_said(room: Room, text: str = "She asked us to stop the phone.") -> Contribution:
    return add_view(room.discussion, AddView(text, said_by_id=room.jo.id), room.nurse)


def asked_of(actor: Actor) -> list[str]:
    return [each.words for each in asks(actor, ASKS, 20)]


def test_words_that_somebody_else_wrote_down_are_asked_about_until_they_are_answered(app: Flask) -> None:
    room = Room()
    view = jo_is_said_to_have_said(room)
    add_view(room.discussion, AddView("I wrote this myself."), room.peer)
    assert asked_of(room.peer) == ["She asked us to stop the phone."]
    assert asked_of(room.nurse) == asked_of(room.chair) == []
    with pytest.raises(Forbidden):
        confirm_view(room.discussion, view, room.nurse)
    confirm_view(room.discussion, view, room.peer)
    assert asked_of(room.peer) == []
    with pytest.raises(Conflict):
        confirm_view(room.discussion, view, room.peer)


def test_whoever_was_there_is_not_asked_and_whoever_had_left_is(app: Flask) -> None:
    room = Room()
    there = check_in_member(room.meeting, room.jo.id, room.peer)
    jo_is_said_to_have_said(room, "In the room")
    assert asked_of(room.peer) == []
    check_out(room.meeting, there, room.peer)
    jo_is_said_to_have_said(room, "After she left")
    assert asked_of(room.peer) == ["After she left"]


def test_what_was_struck_out_is_not_asked_about(app: Flask) -> None:
    room = Room()
    strike_view(room.discussion, jo_is_said_to_have_said(room), "Not hers", room.nurse)
    assert asked_of(room.peer) == []


def test_today_asks_with_one_press_for_each_answer(app: Flask) -> None:
    room = Room()
    view = jo_is_said_to_have_said(room)
    jo = as_member(app, room.jo)
    shown = jo.get("/today").text
    assert "Words of yours about Amara Osei: is this right?" in shown
    assert "Priya Mistry wrote them down" in shown
    assert "She asked us to stop the phone." in shown
    answer = jo.post(address(room, f"/views/{view.id}/confirmation"), data={"is_right": "yes"})
    assert answer.location.endswith("/today")
    assert "is this right?" not in jo.get("/today").text
    assert readiness(room.discussion.id).has_lived_experience


def test_a_no_strikes_it_out_and_the_lived_experience_place_is_empty_again(app: Flask) -> None:
    room = Room()
    view = jo_is_said_to_have_said(room)
    as_member(app, room.jo).post(address(room, f"/views/{view.id}/confirmation"), data={"is_right": "no"})
    assert not readiness(room.discussion.id).has_lived_experience
    assert db.session.scalars(select(Struck.reason)).one() == "Jo Brennan did not say this"
