"""Somebody whose record is limited is in no agenda, list, count or minutes of those who may not see them."""

from datetime import timedelta

from flask import Flask

from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import NamedMember, Person, RecordLimit
from tests.factories.discussions import Room, address, as_member
from tests.factories.people import make_person


@atomic()
def limit(person: Person, *, to: Account) -> None:
    """Limit the record to one member."""
    db.session.add(RecordLimit(person_id=person.id, reason="Works here", limited_by_id=to.id))
    db.session.add(NamedMember(person_id=person.id, account_id=to.id))
    record("limit", the_system("tests"), person.id)


def test_a_limited_record_is_in_no_list_of_those_who_may_not_see_it(app: Flask) -> None:
    room = Room()
    room.put_on(make_person("Kwame", "Boateng", team=room.team))
    room.decide("A secret thing", by_on=today() - timedelta(days=1))
    limit(room.amara, to=room.ruth)
    ruth, priya = as_member(app, room.ruth), as_member(app, room.priya)
    held = f"/meetings/{room.meeting.id}"
    for page in ("/decisions", held, f"{held}/minutes", f"{held}/follow-through"):
        assert "Amara" not in priya.get(page).text
        assert "secret" not in priya.get(page).text
    assert "Amara" in ruth.get(held).text
    assert "1 person" in priya.get("/meetings").text
    assert "2 people" in ruth.get("/meetings").text or "of 2 people" in ruth.get("/meetings").text


def test_the_agendas_numbers_leave_no_gap_where_somebody_is_missing(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team)
    second = room.put_on(kwame)
    limit(room.amara, to=room.ruth)
    shown = as_member(app, room.priya).get(f"/people/{kwame.id}/discussions/{second.id}").text
    assert "Number 1 of 1" in shown


def test_a_discussion_out_of_reach_answers_as_one_that_does_not_exist(app: Flask) -> None:
    room = Room()
    limit(room.amara, to=room.ruth)
    priya = as_member(app, room.priya)
    for more in ("", "/live", "/closing", "/text", "/line"):
        assert priya.get(address(room, more)).status_code == 404
    assert priya.post(address(room, "/views"), data={"view-text": "Hello"}).status_code == 404


def test_a_discussion_is_found_only_under_its_own_person(app: Flask) -> None:
    room = Room()
    other = make_person("Kwame", "Boateng", team=room.team)
    priya = as_member(app, room.priya)
    assert priya.get(f"/people/{other.id}/discussions/{room.discussion.id}").status_code == 404
    assert priya.get(f"/people/{other.id}/discussions/{room.discussion.id}/live").status_code == 404


def test_another_teams_member_finds_neither_meeting_nor_discussion(app: Flask) -> None:
    room, elsewhere = Room(), Room()
    stranger = as_member(app, elsewhere.priya)
    assert stranger.get(f"/meetings/{room.meeting.id}").status_code == 404
    assert stranger.get(address(room)).status_code == 404
    assert stranger.post(f"/meetings/{room.meeting.id}/check-ins").status_code == 404
