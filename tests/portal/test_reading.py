"""How I read: chosen before signing in or after, kept, and shown on every page."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.reading import KINDS, USUAL, Reading
from livingwell.identity.views.carrying import carry
from livingwell.people.models import Person
from tests.factories.identity import make_account, make_team, new_session_token, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person

EVERY_CHOICE = [(name, str(value)) for name, kind in KINDS.items() for value in kind if value != "usual"]


@pytest.fixture
def person(app: Flask) -> Person:
    return make_person(team=make_team())


@pytest.fixture
def amara(client: FlaskClient, person: Person) -> FlaskClient:
    """Amara, signed in on her own phone."""
    sign_in(client, make_own_account(person))
    return client


def choose(client: FlaskClient, name: str, value: str) -> None:
    answer = client.post(f"/my/reading/{name}", data={"choice": value})
    assert answer.status_code == 303


def marks_of(client: FlaskClient, path: str) -> str:
    """What the page tells its stylesheet."""
    found = re.search("<html ([^>]*)>", client.get(path).get_data(as_text=True))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("name", "value"), EVERY_CHOICE)
def test_what_is_chosen_is_told_to_every_page(amara: FlaskClient, name: str, value: str) -> None:
    choose(amara, name, value)
    assert f'data-{name}="{value}"' in marks_of(amara, "/my")


def test_what_is_chosen_is_kept_with_the_account_and_is_there_on_another_phone(app: Flask, person: Person) -> None:
    account = make_own_account(person)
    phone, other = app.test_client(), app.test_client()
    sign_in(phone, account)
    choose(phone, "size", "larger")
    sign_in(other, account)
    assert 'data-size="larger"' in marks_of(other, "/my")


def test_a_stranger_chooses_too_and_the_browser_carries_the_choices_and_nothing_else(client: FlaskClient) -> None:
    choose(client, "size", "large")
    choose(client, "background", "cream")
    cookie = client.get_cookie("reading")
    assert cookie is not None
    assert cookie.value == "size=large&background=cream"
    assert cookie.http_only
    assert 'data-background="cream"' in marks_of(client, "/my/reading")


def test_the_choice_goes_with_somebody_who_signs_in(app: Flask, person: Person) -> None:
    account = make_own_account(person)
    token = new_session_token(account)
    with app.test_request_context(headers={"Cookie": "reading=font=book"}):
        carry(token)
    elsewhere = app.test_client()
    sign_in(elsewhere, account)
    assert 'data-font="book"' in marks_of(elsewhere, "/my")


def test_an_account_that_chose_before_keeps_its_own_on_somebody_elses_phone(app: Flask, person: Person) -> None:
    account = make_own_account(person)
    own = app.test_client()
    sign_in(own, account)
    choose(own, "font", "round")
    with app.test_request_context(headers={"Cookie": "reading=font=book"}):
        carry(new_session_token(account))
    assert 'data-font="round"' in marks_of(own, "/my")


def test_a_carer_has_choices_of_their_own(client: FlaskClient, person: Person) -> None:
    sign_in(client, make_carer_account(person))
    choose(client, "spacing", "wide")
    assert 'data-spacing="wide"' in marks_of(client, "/for")


def test_the_team_keeps_nothing_with_its_accounts(client: FlaskClient) -> None:
    sign_in(client, make_account(team=make_team()))
    choose(client, "size", "large")
    assert 'data-size="large"' not in marks_of(client, "/")


def test_everything_can_be_put_back(amara: FlaskClient) -> None:
    choose(amara, "layout", "plain")
    amara.post("/my/reading/usual")
    assert "data-" not in marks_of(amara, "/my")
    assert amara.get_cookie("reading") is None


@pytest.mark.parametrize("path", ["/my/reading/dress", "/my/reading/language"])
def test_what_cannot_be_chosen_here_is_not_there(amara: FlaskClient, path: str) -> None:
    assert amara.get(path).status_code == 404


@pytest.mark.parametrize("choice", ["", "huge", "usual; --x"])
def test_only_what_is_offered_can_be_chosen(amara: FlaskClient, choice: str) -> None:
    assert amara.post("/my/reading/size", data={"choice": choice}).status_code == 422
    assert "data-size" not in marks_of(amara, "/my")


@pytest.mark.parametrize("before", ["https://example.org/", "//example.org", "/\\example.org"])
def test_the_way_back_stays_here(amara: FlaskClient, before: str) -> None:
    page = amara.get("/my/reading", query_string={"before": before}).get_data(as_text=True)
    assert "example.org" not in page


def test_the_way_back_leads_to_the_page_before(amara: FlaskClient) -> None:
    assert 'href="/my/reading?before=/my"' in amara.get("/my").get_data(as_text=True)
    assert 'class="back" href="/my"' in amara.get("/my/reading?before=/my").get_data(as_text=True)


@pytest.mark.parametrize("cookie", ["", "size", "size=huge&language=../../x", "%00=%ff", "x" * 4000, "size=a&size="])
def test_a_broken_cookie_changes_nothing_it_cannot_say(client: FlaskClient, cookie: str) -> None:
    client.set_cookie("reading", cookie)
    assert client.get("/my/reading").status_code == 200


def test_choices_survive_the_cookie() -> None:
    every = Reading(**{name: list(kind)[-1] for name, kind in KINDS.items()}, language="cy")
    assert Reading.from_text(every.as_text()) == every
    assert Reading.from_text(USUAL.as_text()) == USUAL


def test_one_press_says_until_when_somebody_stays(amara: FlaskClient) -> None:
    home = amara.get("/my").get_data(as_text=True)
    assert "This page stays open until" in home
    assert 'href="/my/time" target="_blank"' in home
    assert "You stay signed in until" in amara.get("/my/time").get_data(as_text=True)
