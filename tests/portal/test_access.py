"""Their own account: how a member invites the person, helps them in, and ends access."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.adjustments.models import Standing, Way
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.delivery.models import Message
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Person, Topic
from livingwell.portal.queries.getting_in import own_account_of
from livingwell.portal.views.coming_in import send_asked_for
from tests.factories.contacts import tell_preferences
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.letters import make_reachable
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.ways_in import BORN_ON, MOBILE, come_in, give_way_in

WRONG = {"born_on-day": "1", "born_on-month": "1", "born_on-year": "1990"}


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


@pytest.fixture
def member(client: FlaskClient, team: Team) -> Account:
    account = make_account("Priya Mistry", team=team)
    sign_in(client, account)
    return account


@pytest.fixture
def amara(team: Team, member: Account) -> Person:
    return make_reachable(make_person(team=team, born_on=BORN_ON), mobile="07700 900123")


def messages() -> list[Message]:
    return list(db.session.scalars(select(Message).order_by(Message.created_at)))


def test_an_invitation_goes_by_text_and_says_where_to_go_and_nothing_else(client: FlaskClient, amara: Person) -> None:
    answer = client.post(f"/people/{amara.id}/access/invitation", data={"way": "code"})
    assert answer.location == f"/people/{amara.id}/access"
    [message] = messages()
    assert message.to_address == MOBILE
    assert "/my/sign-in" in message.text
    assert not re.search(r"[0-9]{6}\b", message.text.replace("localhost", ""))
    for told in ("Amara", "Osei", "Priya", "health", "NHS", "plan", "Living Well"):
        assert told.casefold() not in message.text.casefold()
    assert "Invited by text" in client.get(f"/people/{amara.id}/access").text


def test_the_way_that_they_like_best_is_offered_first(client: FlaskClient, amara: Person, member: Account) -> None:
    tell_preferences(amara, actor_for(member), {Way.EMAIL: Standing.BEST, Way.TEXT: Standing.FINE})
    page = client.get(f"/people/{amara.id}/access/invitation").text
    assert page.index('value="link"') < page.index('value="code"')


@pytest.mark.parametrize("standing", [Standing.NOT_SAFE, Standing.NOT_WANTED, Standing.ONLY_IF_URGENT])
def test_a_way_that_they_refused_is_not_offered_and_can_not_be_sent(
    client: FlaskClient, amara: Person, member: Account, standing: Standing
) -> None:
    tell_preferences(amara, actor_for(member), {Way.TEXT: standing})
    page = client.get(f"/people/{amara.id}/access/invitation").text
    assert 'value="code"' not in page
    assert client.post(f"/people/{amara.id}/access/invitation", data={"way": "code"}).status_code == 422
    assert messages() == []


def test_where_no_way_is_left_a_printed_code_is_one_press_away(
    client: FlaskClient, amara: Person, member: Account
) -> None:
    tell_preferences(amara, actor_for(member), {Way.TEXT: Standing.NOT_WANTED, Way.EMAIL: Standing.NOT_WANTED})
    page = client.get(f"/people/{amara.id}/access/invitation").text
    assert "Send the invitation" not in page
    assert f'action="/people/{amara.id}/access/code"' in page


def test_nothing_is_sent_to_somebody_who_asked_us_to_stop(client: FlaskClient, amara: Person, member: Account) -> None:
    tell_preferences(amara, actor_for(member), {Way.TEXT: Standing.BEST}, asked_to_stop=True)
    answer = client.post(f"/people/{amara.id}/access/invitation", data={"way": "code"})
    assert answer.status_code == 422
    assert "asked us to stop" in answer.text
    assert own_account_of(amara.id) is None


def test_a_code_that_was_asked_for_is_not_sent_in_a_way_that_became_unsafe(
    app: Flask, client: FlaskClient, amara: Person, member: Account
) -> None:
    client.post(f"/people/{amara.id}/access/invitation", data={"way": "code"})
    tell_preferences(amara, actor_for(member), {Way.TEXT: Standing.NOT_SAFE})
    app.test_client().post("/my/sign-in", data={"address": MOBILE})
    while send_asked_for():
        pass
    assert len(messages()) == 1
    assert "Nothing is sent" in client.get(f"/people/{amara.id}/access").text


def test_a_printed_code_is_shown_once_without_a_name_and_lets_them_in(
    app: Flask, client: FlaskClient, amara: Person
) -> None:
    client.post(f"/people/{amara.id}/access/code")
    page = client.get(f"/people/{amara.id}/access/code").text
    [code] = re.findall(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b", page)
    assert "Osei" not in page
    assert code not in client.get(f"/people/{amara.id}/access/code").text
    phone = app.test_client()
    assert phone.post("/my/sign-in/paper", data={"code": code}).location == "/my/sign-in/birth-date"
    born = {"born_on-day": "14", "born_on-month": "3", "born_on-year": "1997"}
    phone.post("/my/sign-in/birth-date", data=born)
    assert phone.get("/my").status_code == 200


def test_a_code_printed_for_one_is_not_shown_on_another_ones_page(
    client: FlaskClient, amara: Person, team: Team
) -> None:
    other = make_person("David", team=team)
    client.post(f"/people/{amara.id}/access/code")
    assert "printed-code" not in client.get(f"/people/{other.id}/access/code").text


def test_ending_access_signs_them_out_at_once(app: Flask, client: FlaskClient, amara: Person) -> None:
    account = give_way_in(make_own_account(amara))
    phone = app.test_client()
    sign_in(phone, account)
    assert phone.get("/my").status_code == 200
    client.post(f"/people/{amara.id}/access/end")
    assert phone.get("/my").status_code == 303
    assert "access was ended" in client.get(f"/people/{amara.id}/access").text


def test_access_that_ended_is_given_again_by_an_invitation_and_starts_anew(client: FlaskClient, amara: Person) -> None:
    account = give_way_in(make_own_account(amara))
    come_in(account)
    client.post(f"/people/{amara.id}/access/end")
    client.post(f"/people/{amara.id}/access/invitation", data={"way": "code"})
    assert own_account_of(amara.id).id == account.id
    assert "not used yet" in client.get(f"/people/{amara.id}/access").text


def test_a_member_sees_that_they_are_shut_out_and_lets_them_try_again(
    app: Flask, client: FlaskClient, amara: Person
) -> None:
    give_way_in(make_own_account(amara))
    phone = app.test_client()
    phone.post("/my/sign-in", data={"address": MOBILE})
    send_asked_for()
    code = re.findall(r"\b[0-9]{6}\b", messages()[-1].text)[0]
    phone.post("/my/sign-in/code", data={"code": code})
    for _try in range(3):
        phone.post("/my/sign-in/birth-date", data=WRONG)
    assert "three times" in client.get(f"/people/{amara.id}/access").text
    sent = client.get(f"/people/{amara.id}/from-them").text
    assert "May be shut out of their own page" in sent
    assert f'href="/people/{amara.id}/access"' in sent
    client.post(f"/people/{amara.id}/access/try-again")
    assert "three times" not in client.get(f"/people/{amara.id}/access").text


def test_nobody_signs_in_as_somebody_who_has_died(
    app: Flask, client: FlaskClient, amara: Person, member: Account, team: Team
) -> None:
    phone = app.test_client()
    sign_in(phone, give_way_in(make_own_account(amara)))
    record_death(amara, RecordDeath(told_by="Her sister", told_on=today()), actor_for(member, team))
    assert phone.get("/my").status_code == 303
    assert client.post(f"/people/{amara.id}/access/code").status_code == 409


def test_carers_with_access_stand_with_what_they_see(client: FlaskClient, amara: Person) -> None:
    make_carer_account(amara, Topic.APPOINTMENTS, Topic.LETTERS, name="Efua Osei")
    assert "Efua Osei, a carer: appointments and letters, until" in client.get(f"/people/{amara.id}/access").text


def test_what_is_typed_for_another_person_changes_nothing(client: FlaskClient, amara: Person, team: Team) -> None:
    other = make_person("David", team=team)
    answer = client.post(f"/people/{amara.id}/access/end", data={"about": str(other.id)})
    assert answer.status_code == 409


def test_the_page_asks_the_database_the_same_however_much_was_sent(
    client: FlaskClient, amara: Person, count_statements: Callable
) -> None:
    path = f"/people/{amara.id}/access"
    client.post(f"{path}/invitation", data={"way": "code"})
    client.get(path)
    with count_statements() as few:
        client.get(path)
    for _time in range(3):
        client.post(f"{path}/invitation", data={"way": "code"})
        client.post(f"{path}/code")
    with count_statements() as many:
        client.get(path)
    assert len(many) == len(few)


def test_a_number_that_changed_on_the_record_is_seen_and_used_by_inviting_again(
    client: FlaskClient, amara: Person
) -> None:
    come_in(give_way_in(make_own_account(amara)))
    change_number(amara.id, "07700 900777")
    path = f"/people/{amara.id}/access"
    assert "That is not what is on the record" in client.get(path).text
    client.post(f"{path}/invitation", data={"way": "code"})
    page = client.get(path).text
    assert "07700 900777 (not used yet" in page
    assert "07700 900123" not in page
    assert "That is not what is on the record" not in page


@atomic()
def change_number(person_id: UUID, number: str) -> None:
    make_reachable(db.session.get_one(Person, person_id), mobile=number)
