"""That somebody has died: who told us, and what it stops."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.people.actions.deaths import record_death, take_death_back
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Person
from livingwell.people.queries.deaths import death_of
from tests.factories.delivery import make_message
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_person


def told(**changes: object) -> RecordDeath:
    return RecordDeath(**{"told_by": "Efe, her sister", "told_on": today(), **changes})


@pytest.fixture
def known(client: FlaskClient) -> tuple[Person, object]:
    team = make_team()
    account = make_account(team=team)
    sign_in(client, account)
    return make_person("Amara", "Osei", team=team), actor_for(account, team)


def test_a_death_cancels_everything_that_waits(known: tuple) -> None:
    person, actor = known
    message, others = make_message(about=person.id), make_message()
    record_death(person, told(), actor)
    assert states_of([message.id])[message.id].state is DeliveryState.CANCELLED
    assert states_of([others.id])[others.id].state is DeliveryState.WAITING


def test_it_is_recorded_once(known: tuple) -> None:
    person, actor = known
    record_death(person, told(), actor)
    with pytest.raises(Conflict):
        record_death(person, told(), actor)


def test_it_can_be_taken_back_and_stays_in_the_history(known: tuple) -> None:
    person, actor = known
    death = record_death(person, told(), actor)
    take_death_back(person, "Another Amara", actor)
    assert death_of(person.id) is None
    assert death.taken_back_why == "Another Amara"
    record_death(person, told(), actor)
    assert death_of(person.id) is not None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"told_by": " "}, "told_by"),
        ({"told_on": today() + timedelta(days=1)}, "told_on"),
        ({"died_on": today() + timedelta(days=1)}, "died_on"),
        ({"died_on": today() - timedelta(days=365 * 120)}, "died_on"),
    ],
)
def test_days_that_cannot_be_are_refused(known: tuple, changes: dict, field: str) -> None:
    person, actor = known
    with pytest.raises(Invalid) as refused:
        record_death(person, told(**changes), actor)
    assert field in refused.value.messages


def test_somebody_out_of_reach_is_nobody(known: tuple) -> None:
    elsewhere = make_team()
    with pytest.raises(NotFound):
        record_death(known[0], told(), actor_for(make_account(team=elsewhere), elsewhere))


def test_every_page_about_the_person_says_it_with_who_told_us(client: FlaskClient, known: tuple) -> None:
    person, _actor = known
    sent = {"told_by": "Efe, her sister", "told_on-day": "1", "told_on-month": "6", "told_on-year": "2026"}
    response = client.post(f"/people/{person.id}/death", data=sent)
    assert response.status_code == 303
    for path in ("", "/death", "/contacts"):
        page = client.get(f"/people/{person.id}{path}").get_data(as_text=True)
        assert "Amara has died. We heard on 1 June 2026 from Efe, her sister." in page


def test_a_death_that_was_an_error_is_no_longer_said(client: FlaskClient, known: tuple) -> None:
    person, actor = known
    record_death(person, told(), actor)
    assert client.post(f"/people/{person.id}/death/end", data={"why": ""}).status_code == 422
    assert client.post(f"/people/{person.id}/death/end", data={"why": "Another Amara"}).status_code == 303
    assert "has died." not in client.get(f"/people/{person.id}").get_data(as_text=True)


def test_recording_it_twice_says_so_on_the_page(client: FlaskClient, known: tuple) -> None:
    person, actor = known
    record_death(person, told(), actor)
    sent = {"told_by": "Jo", "told_on-day": "1", "told_on-month": "6", "told_on-year": "2026"}
    response = client.post(f"/people/{person.id}/death", data=sent)
    assert response.status_code == 409
    assert "It is written down already" in response.get_data(as_text=True)
