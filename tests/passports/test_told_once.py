"""What stands in the passport goes into the plan, a letter and the meeting as it was written, and is counted."""

import pytest

from livingwell.contacts.models import Letter
from livingwell.core.actor import Actor, Side
from livingwell.discussions.actions.agenda import change_place
from livingwell.discussions.commands import Place
from livingwell.discussions.models import Reason
from livingwell.extensions import db
from livingwell.passports.models import PassportUse, UsedIn
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.queries.uses import uses_of
from tests.factories.discussions import Room, as_member, begin_discussion
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.letters import make_reachable
from tests.factories.passports import write
from tests.factories.people import make_own_account, make_person

SAID = "Write to me. Please never phone."


@pytest.fixture
def team(app):
    return make_team()


@pytest.fixture
def account(team):
    return make_account("Jo Brennan", team=team)


@pytest.fixture
def person(team, account):
    person = make_person(team=team)
    write(person, actor_for(account, team))
    return person


@pytest.fixture
def jo(client, account):
    """Jo, signed in."""
    sign_in(client, account)
    return client


def line_id(person):
    return str(passport_now(person.id).lines[0].id)


def used(person) -> list[tuple[UsedIn, str]]:
    return [(use.used_in, use.line.words) for use in uses_of(person.id)]


def test_a_line_goes_into_the_plan(jo, person):
    address = f"/people/{person.id}/plan/words/matters"
    assert SAID in jo.get(address).get_data(as_text=True)
    form = {"words": "", "lines": line_id(person), "whose_words": "person"}
    day = {"said_on-day": "1", "said_on-month": "5", "said_on-year": "2026"}
    assert jo.post(address, data={**form, **day}).status_code == 303
    assert used(person) == [(UsedIn.PLAN, SAID)]
    assert SAID in jo.get(f"/people/{person.id}/plan").get_data(as_text=True)


def test_a_line_goes_into_a_letter_and_counts_when_it_is_sent(jo, person):
    make_reachable(person)
    address = f"/people/{person.id}/messages/new?way=text"
    answer = jo.post(address, data={"words": "Hello, you told us:", "lines": line_id(person)})
    assert answer.status_code == 303
    assert used(person) == []
    letter = db.session.query(Letter).filter_by(person_id=person.id).one()
    assert letter.words == f"Hello, you told us:\n{SAID}"
    sent = jo.post(f"/people/{person.id}/messages/{letter.id}", data={"row_version": letter.row_version})
    assert sent.status_code == 303
    assert used(person) == [(UsedIn.LETTER, SAID)]


def test_a_line_goes_into_the_meeting(jo, person, team, account):
    place = begin_discussion(person, team, account)
    address = f"/people/{person.id}/discussions/{place.id}/line"
    answer = jo.post(address, data={"lines": line_id(person), "brought_by": str(account.id)})
    assert answer.status_code == 303
    assert used(person) == [(UsedIn.MEETING, SAID)]
    assert SAID in jo.get(f"/people/{person.id}/discussions/{place.id}").get_data(as_text=True)


def test_the_person_uses_a_line_for_the_meeting_without_writing_it_again(app):
    room = Room(is_started=False)
    change_place(room.discussion, Place(Reason.WORRY, room.jo.id, question="Why?", is_person_told=True), room.chair)
    amara, account = room.amara, make_own_account(room.amara)
    write(amara, Actor(account.id, amara.name, side=Side.PERSON))
    client, address = as_member(app, account), f"/my/meetings/{room.discussion.id}/say/talk-about"
    assert SAID in client.get(address).get_data(as_text=True)
    assert client.post(address, data={"words": "My phone.", "lines": line_id(amara)}).status_code == 303
    assert used(amara) == [(UsedIn.MEETING, SAID)]
    assert f"My phone.\n{SAID}</textarea>" in client.get(address).get_data(as_text=True)


def test_what_was_changed_on_the_way_is_not_counted(jo, person, team, account):
    place = begin_discussion(person, team, account)
    address = f"/people/{person.id}/discussions/{place.id}/line"
    jo.post(address, data={"words": SAID + " Or text.", "brought_by": str(account.id)})
    assert used(person) == []


def test_a_line_of_somebody_else_is_not_offered(jo, person, team, account):
    other = make_person("Ben", "Shah", team=team)
    write(other, actor_for(account, team), "Trams.")
    address = f"/people/{person.id}/messages/new?way=letter"
    answer = jo.post(address, data={"subject": "Hello", "words": "Hello", "lines": line_id(other)})
    assert "Trams." not in answer.get_data(as_text=True)
    assert db.session.query(PassportUse).count() == 0


def test_where_nothing_is_in_the_passport_nothing_is_asked(jo, team, account):
    ben = make_person("Ben", "Shah", team=team)
    assert "Put in from the passport" not in jo.get(f"/people/{ben.id}/plan/words/matters").get_data(as_text=True)
