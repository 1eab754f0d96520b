"""A member writes down what the person says, before a discussion and after it: nobody needs an account to take part."""

from flask import Flask
from flask.testing import FlaskClient

from livingwell.discussions.actions.taking_part import say_own_part
from livingwell.discussions.models import LinePart, Way
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.taking_part import wishes
from tests.factories.discussions import Room, address, as_member
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.harness.forms import form_with, forms_in
from tests.harness.session import settle


def send_line(client: FlaskClient, room: Room, **typed: str) -> int:
    path = address(room, "/line")
    form = form_with(client.get(path).get_data(as_text=True), path, "talk_about")
    return client.post(path, data=form.filled(**typed)).status_code


def test_a_member_writes_down_all_that_the_person_could_say_and_how_they_came_to_know(app: Flask) -> None:
    room = Room(is_started=False)
    jo = as_member(app, room.jo)
    told = {"how": "told us by phone on 3 May", "who_there": "Efua", "way": "speaker", "speaker": "Efua Osei"}
    assert send_line(jo, room, please_dont="My mum", **told) == 303
    settle()
    [line] = lines([room.discussion.id])
    standing = wishes([room.discussion.id])[room.discussion.id]
    assert (line.please_dont, line.how) == ("My mum", "told us by phone on 3 May")
    assert standing.way is not None
    assert (standing.way.way, standing.way.written_by) == (Way.SPEAKER, "Jo Brennan")
    shown = jo.get(address(room)).get_data(as_text=True)
    assert "Told us by phone on 3 May, written down by Jo Brennan" in shown


def test_what_cannot_be_taken_is_given_back_with_why(app: Flask) -> None:
    room = Room(is_started=False)
    jo = as_member(app, room.jo)
    assert send_line(jo, room) == 422
    assert send_line(jo, room, way="speaker") == 422
    assert send_line(jo, room, way="shout") == 422
    assert send_line(jo, room, way="come", not_asked_because="Away") == 422
    assert send_line(jo, room, words="x" * 4001) == 422
    settle()
    assert lines([room.discussion.id]) == []


def test_a_member_takes_a_line_back_for_the_person_and_it_stays_among_what_was_said_before(app: Flask) -> None:
    room = Room(is_started=False)
    room.hear_line()
    jo = as_member(app, room.jo)
    path = address(room, "/line")
    [form] = [form for form in forms_in(jo.get(path).get_data(as_text=True), path) if "taking-back" in form.action]
    assert jo.post(form.action, data=form.fields).status_code == 303
    assert jo.post(form.action, data=form.fields).status_code in (303, 404)
    settle()
    assert lines([room.discussion.id]) == []
    assert "What Amara said before, and changed" in jo.get(address(room)).get_data(as_text=True)


def test_a_line_of_another_discussion_is_not_taken_back_from_this_one(app: Flask) -> None:
    room = Room(is_started=False)
    room.hear_line()
    line_id = lines([room.discussion.id])[0].id
    other = room.put_on(make_person("Kwame", "Boateng", team=room.team))
    sent = f"/people/{other.person_id}/discussions/{other.id}/lines/{line_id}/taking-back"
    assert as_member(app, room.jo).post(sent).status_code == 404


def test_what_the_person_wrote_themself_is_signed_by_them_and_nobody_brought_it(app: Flask) -> None:
    room = Room(is_started=False)
    room.hear_line()
    say_own_part(room.discussion, LinePart.WORDS, "I sleep by day.", actor_for(make_own_account(room.amara)))
    shown = as_member(app, room.jo).get(address(room)).get_data(as_text=True)
    assert "Written by Amara Osei, " in shown
    assert "brought by Amara" not in shown


def test_what_we_tell_can_be_answered_for_the_person_only_once_it_is_there(app: Flask) -> None:
    room = Room()
    room.close()
    path = address(room, "/telling/answers/new")
    jo = as_member(app, room.jo)
    page = jo.get(path).get_data(as_text=True)
    assert "Nobody has written yet what we tell Amara" in page
    form = form_with(page, path, "words")
    assert jo.post(path, data=form.filled(answer="yes", told_how="by phone")).status_code == 409
    assert jo.post(path, data=form.filled(answer="yes", told_how="")).status_code == 422
