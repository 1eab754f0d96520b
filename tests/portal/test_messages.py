"""Writing to the team: it arrives, the person sees who read it, and the answer waits for them at home."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Invalid, NotFound
from livingwell.identity.models import Account, Team
from livingwell.people.actions.arriving import answer_arrival, read_arrival, see_arrival_answer, send_arrival
from livingwell.people.models import Person
from livingwell.people.presenters.arriving import KINDS as ON_OURS
from livingwell.people.queries.arriving import arrivals_sent
from livingwell.portal.presenters.messages import KINDS as ON_THEIR_SIDE
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_arrival, make_arrival_answer, make_own_account, make_person
from tests.factories.worklist import support


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def jo(team: Team) -> Account:
    return make_account("Jo Brennan", team=team)


@pytest.fixture
def amara(team: Team, jo: Account) -> Person:
    person = make_person("Amara", "Osei", team=team)
    support(person, jo, actor_for(jo, team))
    return person


@pytest.fixture
def herself(client: FlaskClient, amara: Person) -> FlaskClient:
    sign_in(client, make_own_account(amara))
    return client


def shown(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def test_a_message_arrives_and_says_beside_the_box_who_reads_it(
    app: Flask, herself: FlaskClient, amara: Person, jo: Account
) -> None:
    page = shown(herself, "/my/messages/new")
    assert "Jo Brennan reads this. When they are away, someone else in your team does." in page
    assert "If nobody has read it after 2 working days, the team lead is told." in page
    answer = herself.post("/my/messages/new", data={"words": "Can we meet outside?"})
    assert answer.status_code == 303
    assert [each.words for each in arrivals_sent(amara.id, 1)[0]] == ["Can we meet outside?"]
    assert "Nobody has read this yet." in shown(herself, "/my/messages")
    staff = app.test_client()
    sign_in(staff, jo)
    assert "Amara Osei wrote a message" in shown(staff, "/today")


def test_what_arrives_has_its_words_on_both_sides() -> None:
    assert set(ON_THEIR_SIDE) == set(ON_OURS)


def test_an_empty_message_is_asked_for_again(herself: FlaskClient) -> None:
    answer = herself.post("/my/messages/new", data={"words": "  "})
    assert answer.status_code == 422
    assert "Write your message" in answer.get_data(as_text=True)


def test_the_person_sees_who_read_it_and_when(herself: FlaskClient, amara: Person, jo: Account, team: Team) -> None:
    arrival = make_arrival(amara)
    read_arrival(amara, arrival.id, actor_for(jo, team))
    assert "Jo Brennan read this on" in shown(herself, "/my/messages")


def test_an_answer_waits_at_home_until_it_is_seen(herself: FlaskClient, amara: Person, jo: Account, team: Team) -> None:
    answer = make_arrival_answer(amara, actor_for(jo, team), "Yes, in the park.")
    home = shown(herself, "/my")
    assert "Jo Brennan answered you" in home
    assert "There is no rush. These stay here." in home
    messages = shown(herself, "/my/messages")
    assert "Yes, in the park." in messages
    assert "I have seen this" in messages
    herself.post(f"/my/messages/answers/{answer.id}/seen")
    assert "Jo Brennan answered you" not in shown(herself, "/my")
    assert "I have seen this" not in shown(herself, "/my/messages")


def test_a_member_answers_from_the_record(app: Flask, herself: FlaskClient, amara: Person, jo: Account) -> None:
    arrival = make_arrival(amara)
    staff = app.test_client()
    sign_in(staff, jo)
    path = f"/people/{amara.id}/from-them"
    assert staff.post(f"{path}/{arrival.id}/answer", data={"words": " "}).status_code == 422
    assert staff.post(f"{path}/{arrival.id}/answer", data={"words": "Yes, in the park."}).status_code == 303
    page = shown(staff, path)
    assert "Yes, in the park." in page
    assert "Amara has not seen it yet." in page
    assert "Jo Brennan read this" in page
    assert "Amara Osei wrote a message" not in shown(staff, "/today")
    assert "Yes, in the park." in shown(herself, "/my/messages")


def test_who_helped_to_write_it_stands_beside_it(herself: FlaskClient, amara: Person) -> None:
    helped = replace(actor_for(make_own_account(amara)), name="Amara Osei, helped by Tom Reid")
    send_arrival(amara.id, "message", "Hello", helped)
    assert "Amara Osei, helped by Tom Reid" in shown(herself, "/my/messages")


def test_an_answer_needs_words_and_a_member_within_reach(amara: Person, jo: Account, team: Team) -> None:
    arrival, actor = make_arrival(amara), actor_for(jo, team)
    with pytest.raises(Invalid):
        answer_arrival(amara, arrival.id, " ", actor)
    elsewhere = make_team()
    with pytest.raises(NotFound):
        answer_arrival(amara, arrival.id, "Yes", actor_for(make_account(team=elsewhere), elsewhere))


def test_one_person_sees_nothing_of_anothers(herself: FlaskClient, amara: Person, jo: Account, team: Team) -> None:
    other = make_person("Kwame", "Boateng", team=team)
    theirs = make_arrival_answer(other, actor_for(jo, team), "For Kwame alone")
    assert "For Kwame alone" not in shown(herself, "/my/messages")
    assert herself.post(f"/my/messages/answers/{theirs.id}/seen").status_code == 404
    me: Actor = actor_for(make_own_account(amara))
    with pytest.raises(NotFound):
        see_arrival_answer(other.id, theirs.id, me)


def test_hundreds_are_paged_and_take_as_many_statements_as_one(
    herself: FlaskClient, amara: Person, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    make_arrival(amara)
    shown(herself, "/my/messages")
    with count_statements() as for_one:
        shown(herself, "/my/messages")
    with atomic():
        for number in range(500):
            make_arrival(amara, f"Number {number}")
    with count_statements() as for_many:
        page = shown(herself, "/my/messages")
    assert len(for_many) == len(for_one)
    assert "Older" in page
    assert page.count('class="card"') == 25
