"""The person looks for places and groups, and reads how to get there without a phone."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Actor
from livingwell.directory.actions.services import withdraw_service
from livingwell.directory.models import Feature, ServiceKind
from livingwell.identity.models import Profession, Team
from tests.factories.directory import details, make_course, make_service, make_services, make_stale_service, say
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_own_account, make_person


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def member(team: Team) -> Actor:
    return actor_for(make_account("Priya Mistry", team=team), team)


@pytest.fixture
def peer(team: Team) -> Actor:
    return actor_for(make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team), team)


@pytest.fixture
def amara(client: FlaskClient, team: Team) -> FlaskClient:
    """A browser in which somebody whom the team supports is signed in."""
    sign_in(client, make_own_account(make_person("Amara", "Osei", team=team)))
    return client


def sees(client: FlaskClient, path: str) -> str:
    return client.get(path).get_data(as_text=True)


def finds(client: FlaskClient, **sought: str) -> str:
    answer = client.post("/my/services", data=sought)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_what_is_looked_for_stands_in_no_address(amara: FlaskClient) -> None:
    make_service("Irwell Men’s Shed")
    make_service("Plain Figures", kind=ServiceKind.MONEY)
    page = finds(amara, words="shed")
    assert "One found" in page
    assert "Irwell Men’s Shed" in page
    assert "Plain Figures" not in page
    assert "words=" not in page
    assert "Irwell" not in sees(amara, "/my/services?words=shed")


def test_a_kind_narrows_and_nothing_found_says_what_to_do(amara: FlaskClient) -> None:
    make_service("Plain Figures", kind=ServiceKind.MONEY)
    assert "Plain Figures" in finds(amara, words="", kind="money")
    assert "Nothing found" in finds(amara, words="", kind="work")


def test_more_are_shown_by_a_press(amara: FlaskClient) -> None:
    make_services([details(f"Group {number:02}") for number in range(30)])
    first, second = finds(amara, words="group"), finds(amara, words="group", page="2")
    assert "Show more" in first
    assert "Group 29" in second
    assert "Show more" not in second


def test_the_ways_that_need_no_phone_are_named(amara: FlaskClient, member: Actor) -> None:
    service = make_service(phone="0161 496 0112", email="hello@example.org", is_drop_in=True)
    say(service, Feature.BOOK_BY_TEXT, member)
    page = sees(amara, f"/my/services/{service.id}")
    assert "You don’t need to phone. You can: write an e-mail, send a text and go there." in page
    only_phone = make_service(phone="0161 496 0113")
    assert "We know no way without a phone call" in sees(amara, f"/my/services/{only_phone.id}")


def test_what_it_is_like_is_told_without_names_and_differences_stay(
    amara: FlaskClient, member: Actor, peer: Actor
) -> None:
    service = make_service()
    say(service, Feature.QUIET_ROOM, member)
    say(service, Feature.STEP_FREE, member, is_so=False)
    say(service, Feature.ONLINE, member)
    say(service, Feature.ONLINE, peer, is_so=False)
    say(service, None, peer, words="The kettle is always on.")
    page = sees(amara, f"/my/services/{service.id}")
    assert page.index("A quiet room") < page.index("it does not have this") < page.index("No steps")
    assert page.index("Some say yes and some say no") < page.index("Online")
    assert "The kettle is always on." in page
    assert "Priya" not in page


def test_an_entry_that_is_old_or_gone_sends_nobody_to_a_closed_door(amara: FlaskClient, member: Actor) -> None:
    old, gone = make_stale_service(), make_service("Gone")
    assert "Ask your team before you go" in sees(amara, f"/my/services/{old.id}")
    withdraw_service(gone.id, "They closed.", member)
    assert "We think that this is no longer there" in sees(amara, f"/my/services/{gone.id}")
    assert "Gone" not in finds(amara, words="gone")


def test_courses_to_come_are_shown_with_when_they_were_counted(amara: FlaskClient, member: Actor) -> None:
    service = make_service(kind=ServiceKind.RECOVERY_COLLEGE)
    make_course(service, member, "Sleeping better", places_left=4)
    make_course(service, member, "Long ago", starts_on=date(2025, 5, 1))
    page = sees(amara, f"/my/services/{service.id}")
    assert "4 left on" in page
    assert "Long ago" not in page
