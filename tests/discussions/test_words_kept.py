"""What was typed into a form of a meeting or a discussion that has moved on meanwhile is in the answer."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.discussions.actions.closing import mark_told, write_telling
from livingwell.discussions.actions.deciding import decide_no_change
from livingwell.discussions.actions.meetings import end_meeting
from livingwell.discussions.actions.round import add_view, close_challenge
from livingwell.discussions.commands import AddView, WriteTelling
from livingwell.discussions.models import Challenge, CheckIn
from livingwell.discussions.queries.round import challenge
from livingwell.extensions import db
from tests.factories.discussions import Room, address, as_member

TOO_LONG = "Lena Fox " * LONG
IN_PAGE = TOO_LONG.strip()


def carers() -> list[str]:
    db.session.expire_all()
    return list(db.session.scalars(select(CheckIn.name)))


@pytest.mark.parametrize(("more", "field"), [("guests", "guest-name"), ("find", "term"), ("visitors", "carer")])
def test_a_form_of_a_meeting_that_has_ended_gives_its_words_back(app: Flask, more: str, field: str) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    end_meeting(room.meeting, room.chair)
    where = f"visitors/{room.amara.id}/carers" if more == "visitors" else more
    refused = ruth.post(f"/meetings/{room.meeting.id}/{where}", data={field: TOO_LONG})
    assert refused.status_code in (400, 409)
    assert IN_PAGE in refused.text


@pytest.mark.parametrize("name", ["", "   ", TOO_LONG])
def test_a_carer_is_checked_in_by_a_whole_name_or_the_name_comes_back(app: Flask, name: str) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    field = f"carer-{room.amara.id}-carer"
    refused = ruth.post(f"/meetings/{room.meeting.id}/visitors/{room.amara.id}/carers", data={field: name})
    assert refused.status_code == 422
    assert f'id="{field}-error"' in refused.text
    assert name.strip() in refused.text
    assert ("Enter the carer’s name" in refused.text) == (not name.strip())
    assert carers() == []


def test_the_person_is_checked_in_once_however_often_it_is_pressed(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    shown = ruth.get(f"/meetings/{room.meeting.id}").text
    sent = {"submission": shown.split('name="submission" value="')[1].split('"')[0]}
    for _twice in range(2):
        assert ruth.post(f"/meetings/{room.meeting.id}/visitors/{room.amara.id}", data=sent).status_code == 303
    assert carers() == ["Amara Osei"]


def said_already(room: Room) -> None:
    decide_no_change(room.discussion, "She is well", room.chair)


@pytest.mark.parametrize("moved_on", [Room.close, said_already])
def test_no_change_said_too_late_gives_its_words_back(app: Flask, moved_on: Callable[[Room], None]) -> None:
    room = Room()
    moved_on(room)
    refused = as_member(app, room.ruth).post(address(room, "/no-change"), data={"no-change-reason": TOO_LONG})
    assert refused.status_code == 409
    assert IN_PAGE in refused.text


def test_why_there_is_no_view_said_after_the_closing_gives_its_words_back(app: Flask) -> None:
    room = Room()
    room.close()
    absence = address(room, "/lived-experience-absence")
    refused = as_member(app, room.ruth).post(absence, data={"absence-reason": TOO_LONG})
    assert refused.status_code == 409
    assert IN_PAGE in refused.text


def test_a_message_changed_after_it_was_told_gives_its_words_back(app: Flask) -> None:
    room = Room()
    write_telling(room.discussion, WriteTelling("Hi Amara", room.jo.id, "text", today()), room.chair)
    mark_told(room.discussion, room.chair)
    sent = {"text": "Hi Amara, one thing more", "teller": "", "then": "save"}
    refused = as_member(app, room.ruth).post(address(room, "/closing"), data=sent)
    assert refused.status_code == 409
    assert "Hi Amara, one thing more" in refused.text


@pytest.mark.parametrize("what", ["answer", "closing"])
@pytest.mark.parametrize("is_closed", [False, True])
def test_over_long_words_on_a_challenge_come_back(app: Flask, what: str, is_closed: bool) -> None:
    room = Room()
    add_view(room.discussion, AddView(text="Are we?", is_challenge=True), room.peer)
    raised = db.session.scalars(select(Challenge)).one()
    jo = as_member(app, room.jo)
    if is_closed:
        close_challenge(room.discussion, challenge(room.amara.id, raised.id), "Yes", room.peer)
    path = address(room, f"/challenges/{raised.id}/{'answers' if what == 'answer' else 'closing'}")
    refused = jo.post(path, data={f"{what}-{raised.id}-words": TOO_LONG})
    assert refused.status_code == (409 if is_closed else 422)
    assert IN_PAGE in refused.text
