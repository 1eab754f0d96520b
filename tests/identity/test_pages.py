"""The pages about accounts and teams, as the people who use them meet them."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from livingwell.core import clock
from livingwell.core.actor import Right
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession, Team
from livingwell.identity.queries.accounts import account_by_id
from tests.factories.identity import (
    PASSWORD,
    give_password,
    make_account,
    make_team,
    membership_of,
    new_session_token,
    sign_in,
)

SAM = {"name": "Sam Oduya", "email": "sam@example.com", "profession": "peer_support_worker", "right": "member"}


@pytest.fixture
def administrator(client: FlaskClient) -> Account:
    account = give_password(make_account("Joan Bell", Profession.ADMINISTRATOR, is_account_administrator=True))
    sign_in(client, account)
    return account


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Salford")


def text_of(answer: TestResponse) -> str:
    return answer.get_data(as_text=True)


def link_on(answer: TestResponse) -> str:
    found = re.search(r'id="one-time-link">http://localhost(/welcome/[^<]+)<', text_of(answer))
    assert found, text_of(answer)
    return found.group(1)


@pytest.mark.usefixtures("administrator")
def test_from_invitation_to_first_sign_in(app: Flask, client: FlaskClient, team: Team) -> None:
    invited = client.post("/accounts/new", data={**SAM, "team_id": str(team.id)})
    link = link_on(client.get(invited.location))
    sam = app.test_client()
    assert "sam@example.com" in text_of(sam.get(link))
    assert sam.post(link, data={"password": PASSWORD}).location == "/sign-in"
    assert sam.post("/sign-in", data={"email": "sam@example.com", "password": PASSWORD}).status_code == 303
    assert "Salford" in text_of(sam.get("/account"))


@pytest.mark.usefixtures("administrator")
def test_the_link_is_shown_once(client: FlaskClient) -> None:
    shown = client.post("/accounts/new", data={**SAM, "team_id": ""}).location
    link_on(client.get(shown))
    again = text_of(client.get(shown))
    assert "/welcome/" not in again
    assert "can’t be shown again" in again


def test_a_link_made_for_one_account_is_not_shown_on_the_page_of_another(
    client: FlaskClient, administrator: Account
) -> None:
    client.post("/accounts/new", data={**SAM, "team_id": ""})
    assert "/welcome/" not in text_of(client.get(f"/accounts/{administrator.id}/link"))


@pytest.mark.usefixtures("administrator")
def test_looking_at_a_link_does_not_use_it_up(app: Flask, client: FlaskClient) -> None:
    link = link_on(client.get(client.post("/accounts/new", data={**SAM, "team_id": ""}).location))
    visitor = app.test_client()
    for _look in range(2):
        assert visitor.get(link).status_code == 200
    assert visitor.post(link, data={"password": "short"}).status_code == 422
    assert visitor.post(link, data={"password": PASSWORD}).status_code == 303
    over = visitor.post(link, data={"password": PASSWORD})
    assert (over.status_code, "Ask your account administrator" in text_of(over)) == (409, True)


@pytest.mark.usefixtures("administrator")
def test_a_link_is_too_old_after_its_days(app: Flask, client: FlaskClient) -> None:
    link = link_on(client.get(client.post("/accounts/new", data={**SAM, "team_id": ""}).location))
    with clock.fixed(clock.now() + timedelta(days=app.config["LIVINGWELL"].invitation_days, seconds=1)):
        assert app.test_client().get(link).status_code == 409


@pytest.mark.usefixtures("administrator")
def test_an_address_that_has_an_account_is_said_beside_the_field(client: FlaskClient) -> None:
    client.post("/accounts/new", data={**SAM, "team_id": ""})
    again = client.post("/accounts/new", data={**SAM, "name": "Other", "team_id": ""})
    assert again.status_code == 422
    assert "already an account with this e-mail address" in text_of(again)


@pytest.mark.usefixtures("administrator")
def test_putting_in_a_team_making_lead_and_taking_out(client: FlaskClient, team: Team) -> None:
    nurse = make_account(team=None)
    page = f"/accounts/{nurse.id}"
    assert client.post(f"{page}/teams", data={"team_id": str(team.id), "right": "member"}).status_code == 303
    place = f"/memberships/{membership_of(nurse).id}"
    assert client.post(f"{place}/lead").location == page
    assert membership_of(nurse).right is Right.TEAM_LEAD
    client.post(f"{place}/member")
    assert membership_of(nurse).right is Right.MEMBER
    client.post(f"{place}/end")
    assert "In no team yet" in text_of(client.get(page))


@pytest.mark.usefixtures("administrator")
def test_a_place_without_a_team_is_asked_for_again(client: FlaskClient, team: Team) -> None:
    answer = client.post(f"/accounts/{make_account().id}/teams", data={"team_id": "", "right": "member"})
    assert (answer.status_code, "Choose a team" in text_of(answer)) == (422, True)


def test_the_last_administrator_is_told_what_to_do_first(client: FlaskClient, administrator: Account) -> None:
    answer = client.post(f"/accounts/{administrator.id}/deactivation")
    assert answer.status_code == 409
    assert "Make somebody else one first" in text_of(answer)


@pytest.mark.usefixtures("administrator")
def test_changing_an_account_and_being_second_to_change_it(client: FlaskClient) -> None:
    nurse = make_account("Priya Mistry")
    sent = {"name": "Priya M", "email": nurse.email, "profession": "nurse", "row_version": str(nurse.row_version)}
    assert client.post(f"/accounts/{nurse.id}/edit", data=sent).status_code == 303
    answer = client.post(f"/accounts/{nurse.id}/edit", data={**sent, "name": "Priya Mistry-Shah"})
    assert answer.status_code == 409
    assert "Priya M" in text_of(answer)
    assert "Priya Mistry-Shah" in text_of(answer)


def test_a_member_sees_the_team_and_only_a_lead_can_mark(client: FlaskClient, team: Team) -> None:
    nurse, peer = make_account("Tom", team=team), make_account("Ade", Profession.PEER_SUPPORT_WORKER, team=team)
    sign_in(client, peer)
    page = text_of(client.get("/team", follow_redirects=True))
    assert "Tom" in page
    assert "Put in the lived-experience place" not in page
    sign_in(client, make_account("Lead", team=team, right=Right.TEAM_LEAD))
    assert "Put in the lived-experience place" in text_of(client.get(f"/teams/{team.id}"))
    client.post(f"/memberships/{membership_of(nurse).id}/lived-experience")
    assert membership_of(nurse).brings_lived_experience
    client.post(f"/memberships/{membership_of(nurse).id}/lived-experience/end")
    assert not membership_of(nurse).brings_lived_experience


def test_another_team_is_not_there(client: FlaskClient, team: Team) -> None:
    sign_in(client, make_account(team=make_team()))
    assert client.get(f"/teams/{team.id}").status_code == 404


def test_the_menu_leads_only_where_somebody_may_go(client: FlaskClient, team: Team) -> None:
    sign_in(client, make_account(is_account_administrator=True))
    page = text_of(client.get("/account"))
    assert 'href="/accounts"' in page
    assert 'href="/people"' not in page
    assert 'href="/team"' not in page
    sign_in(client, make_account(team=team))
    page = text_of(client.get("/account"))
    assert 'href="/accounts"' not in page
    assert 'href="/team"' in page
    assert "Salford" in page


def test_somebody_in_no_team_is_told_who_can_help(client: FlaskClient) -> None:
    sign_in(client, make_account())
    assert client.get("/").location == "/account"
    assert "Your account administrator can put you in one" in text_of(client.get("/account"))


def test_changing_the_password_asks_for_the_old_one_and_signs_out_elsewhere(client: FlaskClient, team: Team) -> None:
    account = give_password(make_account(team=team))
    new_session_token(account)
    sign_in(client, account)
    assert "Sign out everywhere else" in text_of(client.get("/account"))
    wrong = client.post("/account/password", data={"current_password": "not it", "password": "other good words"})
    assert (wrong.status_code, "current password is not right" in text_of(wrong)) == (422, True)
    weak = client.post("/account/password", data={"current_password": PASSWORD, "password": "short"})
    assert (weak.status_code, "12 characters" in text_of(weak)) == (422, True)
    right = client.post("/account/password", data={"current_password": PASSWORD, "password": "other good words"})
    assert right.location == "/account"
    assert "Sign out everywhere else" not in text_of(client.get("/account"))


def test_an_open_laptop_is_no_place_to_guess_the_password(app: Flask, client: FlaskClient, team: Team) -> None:
    account = give_password(make_account(team=team))
    sign_in(client, account)
    guess = {"current_password": "a wrong password", "password": "other good words"}
    for _guess in range(app.config["LIVINGWELL"].failures_per_account):
        assert client.post("/account/password", data=guess).status_code == 422
    assert client.post("/account/password", data=guess).status_code == 429


def test_no_page_shows_a_password_that_was_typed(client: FlaskClient, team: Team) -> None:
    sign_in(client, give_password(make_account(team=team)))
    typed = {"current_password": "words typed by mistake", "password": "short"}
    assert "words typed by mistake" not in text_of(client.post("/account/password", data=typed))
    assert "words typed" not in text_of(client.post("/account/password", data=typed, csrf=False))


def test_switching_off_from_the_page(client: FlaskClient, administrator: Account) -> None:
    nurse = make_account("Priya Mistry")
    assert client.post(f"/accounts/{nurse.id}/deactivation").status_code == 303
    db.session.expire_all()
    assert not account_by_id(nurse.id).is_active
    assert "Switched off" in text_of(client.get("/accounts"))
    client.post(f"/accounts/{nurse.id}/reactivation")
    db.session.expire_all()
    assert account_by_id(nurse.id).is_active


@pytest.mark.usefixtures("administrator")
def test_teams_are_begun_and_renamed(client: FlaskClient) -> None:
    client.post("/teams/new", data={"name": "Salford"})
    assert client.post("/teams/new", data={"name": "SALFORD"}).status_code == 422
    listed = text_of(client.get("/teams"))
    found = re.search(r"/teams/[0-9a-f-]+/edit", listed)
    assert found
    client.post(found.group(), data={"name": "Salford West"})
    assert "Salford West" in text_of(client.get("/teams"))
