"""The page that the person comes home to."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.contacts.actions.own_side import cancel_own_appointment
from livingwell.contacts.models import Contact, Outcome
from livingwell.contacts.queries.contacts import contact_of
from livingwell.core.actor import Actor, Right
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, now
from livingwell.core.errors import Conflict, NotFound
from livingwell.identity.actions.introducing import introduce_myself, say_how_to_reach_team
from livingwell.identity.models import Account, Profession, Team
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Person, Topic
from livingwell.people.queries.arriving import arrivals_sent
from tests.factories.careplans import make_full_plan
from tests.factories.contacts import make_appointment
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_arrival_answer, make_carer_account, make_own_account, make_person
from tests.factories.worklist import support

MONDAY = datetime(2026, 6, 8, 9, 5, tzinfo=UTC)
THURSDAY = datetime(2026, 6, 18, 12, 40, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with fixed(MONDAY):
        yield


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def jo(team: Team) -> Account:
    return make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)


@pytest.fixture
def nurse(jo: Account, team: Team) -> Actor:
    return actor_for(jo, team)


@pytest.fixture
def amara(team: Team) -> Person:
    return make_person("Amara", "Osei", team=team)


@pytest.fixture
def own(amara: Person) -> Account:
    return make_own_account(amara)


@pytest.fixture
def herself(client: FlaskClient, own: Account) -> FlaskClient:
    sign_in(client, own)
    return client


@pytest.fixture
def coming(amara: Person, nurse: Actor) -> Contact:
    return make_appointment(amara, nurse, THURSDAY, way=Way.VISIT, place="The tram stop")


def shown(client: FlaskClient, path: str = "/my") -> str:
    return client.get(path).get_data(as_text=True)


def test_the_first_time_it_says_what_will_be_here(herself: FlaskClient) -> None:
    page = shown(herself)
    assert "Hello Amara" in page
    assert "There is nothing you have to do now." in page
    assert "Your next appointment" not in page
    assert "Waiting for you" not in page


@pytest.mark.usefixtures("coming")
def test_the_next_appointment_says_when_where_how_and_whom(herself: FlaskClient, nurse: Actor) -> None:
    introduce_myself("I have a blue bag. I like walking.", None, nurse)
    page = shown(herself)
    assert "Thursday 18 June 2026, 1:40pm" in page
    assert "We meet face to face. We come to you." in page
    assert "The place: The tram stop." in page
    assert "<strong>Jo Brennan</strong>, peer support worker" in page
    assert "“I have a blue bag. I like walking.”" in page


@pytest.mark.usefixtures("coming")
def test_an_appointment_that_is_over_is_not_the_next(client: FlaskClient, own: Account) -> None:
    with fixed(THURSDAY + timedelta(hours=5)):
        sign_in(client, own)
        assert "Hello Amara" in shown(client)
        assert "Your next appointment" not in shown(client)


def test_another_time_is_asked_for_and_the_old_one_stands(herself: FlaskClient, amara: Person, coming: Contact) -> None:
    path = f"/my/appointments/{coming.id}"
    assert "Ask for another time" in shown(herself, path)
    assert herself.post(f"{path}/another-time", data={"words": ""}).status_code == 422
    said = herself.post(f"{path}/another-time", data={"words": "Friday, please"}, follow_redirects=True)
    assert "The old time stands until we answer." in said.get_data(as_text=True)
    [arrival] = arrivals_sent(amara.id, 1)[0]
    assert (arrival.kind, arrival.words, arrival.row_id) == ("appointment.change", "Friday, please", coming.id)
    assert contact_of(amara.id, coming.id).outcome is None


def test_cancelling_is_the_persons_own_and_never_counts_as_missed(
    app: Flask, herself: FlaskClient, amara: Person, coming: Contact, jo: Account
) -> None:
    answer = herself.post(f"/my/appointments/{coming.id}/cancellation", data={"words": ""}, follow_redirects=True)
    page = answer.get_data(as_text=True)
    assert "It does not count against you." in page
    assert "Your next appointment" not in page
    assert contact_of(amara.id, coming.id).outcome is Outcome.CANCELLED_BY_PERSON
    staff = app.test_client()
    sign_in(staff, jo)
    assert "Amara Osei cancelled an appointment with you" in shown(staff, "/today")
    with fixed(THURSDAY + timedelta(hours=1)):
        sign_in(staff, jo)
        assert "Today, Jo" in shown(staff, "/today")
        assert "cancelled an appointment with you" not in shown(staff, "/today")


def test_only_ones_own_appointment_that_is_to_come_is_changed(
    herself: FlaskClient, own: Account, coming: Contact, team: Team, nurse: Actor
) -> None:
    other = make_person("Kwame", "Boateng", team=team)
    theirs = make_appointment(other, nurse, THURSDAY)
    for part in ("", "/another-time", "/cancellation"):
        assert herself.get(f"/my/appointments/{theirs.id}{part}").status_code == 404
    with pytest.raises(NotFound):
        cancel_own_appointment(other.id, theirs.id, "", actor_for(own))
    with fixed(THURSDAY + timedelta(minutes=1)):
        sign_in(herself, own)
        assert herself.get(f"/my/appointments/{coming.id}").status_code == 404
        with pytest.raises(Conflict):
            cancel_own_appointment(coming.person_id, coming.id, "", actor_for(own))


def test_the_plan_shows_the_goals_and_the_next_step(herself: FlaskClient, amara: Person, nurse: Actor) -> None:
    make_full_plan(amara, nurse)
    page = shown(herself)
    assert "What you are working on" in page
    assert "Next step:" in page
    assert "/my/plan" in page


def test_my_team_stands_there_with_how_it_is_reached(
    herself: FlaskClient, amara: Person, jo: Account, nurse: Actor, team: Team
) -> None:
    support(amara, jo, nurse)
    ruth = make_account("Ruth Okafor", team=team, right=Right.TEAM_LEAD)
    assert "We read messages on working days." in shown(herself)
    say_how_to_reach_team(
        team.id,
        text_number="07700 900142",
        phone_number="",
        reads="We read texts from 9am to 5pm.",
        version=None,
        actor=actor_for(ruth, team, Right.TEAM_LEAD),
    )
    page = shown(herself)
    assert "<strong>Jo Brennan</strong>, peer support worker, your key worker" in page
    assert "Text us on 07700 900142." in page
    assert "We read texts from 9am to 5pm." in page
    assert "We read texts from 9am to 5pm." in shown(herself, "/my/messages/new")


def test_it_says_which_carers_see_a_part_of_it(herself: FlaskClient, amara: Person) -> None:
    assert "You and your team can see what is on this page." in shown(herself)
    make_carer_account(amara, Topic.APPOINTMENTS, name="Efua Osei")
    make_carer_account(amara, Topic.LETTERS, name="Kofi Osei")
    page = shown(herself)
    assert "Efua Osei can see a part of it. You said so." in page
    assert "Kofi" not in page


def test_without_a_team_it_says_so_and_leaves_what_is_there(client: FlaskClient) -> None:
    sign_in(client, make_own_account(make_person()))
    page = shown(client)
    assert "No team is working with you at the moment." in page
    assert "Who looked" in page


def test_after_a_death_nothing_is_asked(client: FlaskClient, herself: FlaskClient, amara: Person, nurse: Actor) -> None:
    record_death(amara, RecordDeath(told_by="Efe, her sister", told_on=now().date()), nurse)
    page = shown(herself)
    assert "Your next appointment" not in page
    assert "Write a message" not in page


def test_much_on_it_takes_as_many_statements_as_little(
    herself: FlaskClient,
    amara: Person,
    nurse: Actor,
    coming: Contact,
    count_statements: Callable[[], AbstractContextManager[list[str]]],
) -> None:
    make_full_plan(amara, nurse)
    make_arrival_answer(amara, nurse)
    shown(herself)
    with count_statements() as for_little:
        shown(herself)
    for number in range(20):
        make_appointment(amara, nurse, THURSDAY + timedelta(days=number + 1))
    with atomic():
        for number in range(60):
            make_arrival_answer(amara, nurse, f"Answer {number}")
    with count_statements() as for_much:
        shown(herself)
    assert len(for_much) == len(for_little)
    assert len(for_little) <= 25
