"""My account: another way to sign in, a password, who helps, and where else I am signed in."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.actor import Side
from livingwell.extensions import db
from livingwell.identity.models import Account, OwnWay
from livingwell.identity.queries.own_accounts import sign_ins_of
from livingwell.people.models import FromPerson, Person
from tests.factories.identity import make_account, make_account_on, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.ways_in import BORN_ON, EMAIL, MOBILE, come_in, give_way_in

PASSWORD = "seven slow blue lanterns"


@pytest.fixture
def amara(app: Flask) -> Person:
    return make_person(team=make_team(), born_on=BORN_ON)


@pytest.fixture
def account(client: FlaskClient, amara: Person) -> Account:
    """Amara’s account, signed in here, and used by text before."""
    account = give_way_in(make_own_account(amara))
    come_in(account)
    sign_in(client, account)
    return account


def test_it_says_how_i_sign_in_and_where(client: FlaskClient, account: Account) -> None:
    page = client.get("/my/account").text
    assert "We send a code by text to 07700 900123." in page
    assert "(here, now)" in page


def test_another_address_is_saved_and_the_one_before_works_until_it_was_used(
    client: FlaskClient, account: Account
) -> None:
    assert client.post("/my/account/way", data={"way": "link"}).location == "/my/account/e-mail"
    assert client.post("/my/account/e-mail", data={"address": MOBILE}).status_code == 422
    client.post("/my/account/e-mail", data={"address": EMAIL})
    assert [(each.way, each.is_confirmed) for each in sign_ins_of([account.id])] == [
        (OwnWay.LINK, False),
        (OwnWay.CODE, True),
    ]
    assert "You chose a new way. Use it once, and it counts." in client.get("/my/account").text


def test_a_password_is_chosen_and_then_opens_the_page_and_no_code_is_sent(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    client.post("/my/account/password", data={"password": PASSWORD})
    other = app.test_client()
    wrong = other.post("/my/sign-in/password", data={"address": MOBILE, "password": "not it at all, no"})
    assert wrong.status_code == 422
    assert other.post("/my/sign-in/password", data={"address": "07700 900123", "password": PASSWORD}).location == "/"
    assert other.get("/my").status_code == 200
    [sign_in_now] = sign_ins_of([account.id])
    assert sign_in_now.way is OwnWay.PASSWORD


@pytest.mark.parametrize("weak", ["short", "password1234", "Amara Osei 1997", "07700900123!!"])
def test_a_weak_password_is_refused_as_it_is_for_members(client: FlaskClient, account: Account, weak: str) -> None:
    assert client.post("/my/account/password", data={"password": weak}).status_code == 422


def test_a_password_is_changed_only_by_who_knows_it_and_ends_every_other_session(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    client.post("/my/account/password", data={"password": PASSWORD})
    other = app.test_client()
    sign_in(other, account)
    new = {"password": "nine quick red ladders"}
    assert client.post("/my/account/password", data=new).status_code == 422
    assert client.post("/my/account/password", data=new | {"current_password": "a guess"}).status_code == 422
    assert client.post("/my/account/password", data=new | {"current_password": PASSWORD}).status_code == 303
    assert other.get("/my").status_code == 303
    assert client.get("/my").status_code == 200


def test_an_account_that_came_by_paper_chooses_a_number_with_its_password(client: FlaskClient, amara: Person) -> None:
    account = make_own_account(amara)
    sign_in(client, account)
    assert client.post("/my/account/password", data={"password": PASSWORD}).status_code == 422
    client.post("/my/account/password", data={"password": PASSWORD, "address": MOBILE})
    assert [each.way for each in sign_ins_of([account.id])] == [OwnWay.PASSWORD]


def test_who_helps_stands_on_each_page_and_in_what_is_signed_until_it_ends(
    client: FlaskClient, account: Account
) -> None:
    client.post("/my/account/helper", data={"name": " Tom   Reid "})
    for path in ("/my", "/my/account"):
        assert "Tom Reid is helping you" in client.get(path).text
    client.post("/my/account/helper/end")
    assert "is helping you" not in client.get("/my").text


@pytest.mark.parametrize("name", ["", " ", "\x00", "x" * 81])
def test_a_helper_has_a_name(client: FlaskClient, account: Account, name: str) -> None:
    assert client.post("/my/account/helper", data={"name": name}).status_code == 422


def test_i_end_every_other_session_and_stay_here(app: Flask, client: FlaskClient, account: Account) -> None:
    other = app.test_client()
    sign_in(other, account)
    client.post("/my/account/other-places/end")
    assert other.get("/my").status_code == 303
    assert client.get("/my").status_code == 200


def test_a_carer_has_the_same_page_and_a_member_has_not(app: Flask, client: FlaskClient, amara: Person) -> None:
    sign_in(client, make_carer_account(amara))
    assert client.get("/my/account").status_code == 200
    member = app.test_client()
    sign_in(member, make_account(team=make_team()))
    assert member.get("/my/account").status_code == 403


def test_an_account_that_reaches_no_record_sees_its_own_account_alone(client: FlaskClient) -> None:
    sign_in(client, make_account_on(Side.PERSON, "Nobody Yet"))
    assert client.get("/my/account").status_code == 200
    assert client.get("/my").status_code == 404
    assert db.session.scalars(select(FromPerson)).all() == []
