"""The way in by the pages: one question at a time, and nothing tells whether we know an address."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.delivery.models import Message
from livingwell.extensions import db
from livingwell.identity.actions.own_accounts import make_printed_code
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.models import Account, OwnWay
from livingwell.identity.queries.own_accounts import sign_ins_of
from livingwell.people.models import FromPerson, Person
from livingwell.portal.views.coming_in import send_asked_for
from livingwell.web.page import lasting_url
from tests.factories.identity import make_team
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.ways_in import A_MEMBER, BORN_ON, EMAIL, MOBILE, THROTTLE, give_way_in
from tests.harness.application import build_app

BORN = {"born_on-day": "14", "born_on-month": "3", "born_on-year": "1997"}
WRONG = BORN | {"born_on-year": "1998"}


@pytest.fixture
def amara(app: Flask) -> Person:
    return make_person(team=make_team(), born_on=BORN_ON)


@pytest.fixture
def account(amara: Person) -> Account:
    """Amara's account, which signs in with a code by text."""
    return give_way_in(make_own_account(amara))


def ask(client: FlaskClient, address: str = "07700 900123") -> TestResponse:
    """Ask for a link or a code, and have the worker send it."""
    answer = client.post("/my/sign-in", data={"address": address})
    while send_asked_for():
        pass
    return answer


def last_message() -> Message:
    message = db.session.scalar(select(Message).order_by(Message.created_at.desc()).limit(1))
    assert message is not None
    return message


def code_sent() -> str:
    return re.findall(r"\b[0-9]{6}\b", last_message().text)[0]


def link_sent() -> str:
    return re.findall(r"/my/sign-in/link/\S+", last_message().text)[0]


def where(answer: TestResponse) -> tuple[int, str | None]:
    return answer.status_code, answer.location


def test_in_by_text_a_code_then_the_date_of_birth_then_who_helps_then_home(
    client: FlaskClient, account: Account
) -> None:
    assert where(ask(client)) == (303, "/my/sign-in/code")
    assert where(client.post("/my/sign-in/code", data={"code": code_sent()})) == (303, "/my/sign-in/birth-date")
    assert where(client.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/account/helper")
    assert where(client.get("/")) == (303, "/my")
    assert client.get("/my").status_code == 200


def test_the_second_time_the_code_is_enough_and_leads_where_they_wanted_to_go(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    come_in(client)
    other = app.test_client()
    assert where(other.get("/my/account")) == (303, "/my/sign-in?next=/my/account")
    other.get("/my/sign-in?next=/my/account")
    ask(other)
    assert where(other.post("/my/sign-in/code", data={"code": code_sent()})) == (303, "/my/account")


def come_in(client: FlaskClient) -> None:
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    client.post("/my/sign-in/birth-date", data=BORN)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/my", "//evil.example", "/\\evil.example"])
def test_nobody_is_led_to_another_site(client: FlaskClient, account: Account, elsewhere: str) -> None:
    come_in(client)
    client.post("/sign-out")
    client.get("/my/sign-in", query_string={"next": elsewhere})
    ask(client)
    assert client.post("/my/sign-in/code", data={"code": code_sent()}).location == "/"


def test_a_link_is_used_by_pressing_its_button_and_never_by_looking(client: FlaskClient, amara: Person) -> None:
    give_way_in(make_own_account(amara), OwnWay.LINK, EMAIL)
    assert where(ask(client, EMAIL)) == (303, "/my/sign-in/sent")
    link = link_sent()
    for _look in range(3):
        page = client.get(link)
        assert page.status_code == 200
        assert page.text.count("<button") == 1
        assert client.head(link).status_code == 200
    assert where(client.post(link)) == (303, "/my/sign-in/birth-date")
    for again in (client.get(link), client.post(link)):
        assert again.status_code == 409
        assert "does not work any more" in again.text


def test_a_link_opens_in_another_browser_than_it_was_asked_for_in(
    app: Flask, client: FlaskClient, amara: Person
) -> None:
    give_way_in(make_own_account(amara), OwnWay.LINK, EMAIL)
    ask(client, EMAIL)
    phone = app.test_client()
    phone.post(link_sent())
    assert where(phone.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/account/helper")


def test_links_that_were_used_are_too_old_or_never_were_show_the_same_page(client: FlaskClient, amara: Person) -> None:
    give_way_in(make_own_account(amara), OwnWay.LINK, EMAIL)
    ask(client, EMAIL)
    old = link_sent()
    never = client.get("/my/sign-in/link/never-was-one").text
    with clock.fixed(clock.now() + timedelta(minutes=61)):
        assert without_token(client.get(old).text) == without_token(never)
    client.post(old)
    assert without_token(client.get(old).text) == without_token(never)


def without_token(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf_token" not in line)


def test_a_known_and_an_unknown_number_are_answered_alike(client: FlaskClient, account: Account) -> None:
    known, unknown = ask(client), ask(client, "07700 900999")
    assert where(known) == where(unknown)
    assert "07700" not in client.get("/my/sign-in/code").text
    wrong = [client.post("/my/sign-in/code", data={"code": "no"}) for _each in range(2)]
    assert {each.status_code for each in wrong} == {422}


def test_asking_takes_the_same_statements_whoever_has_the_number(
    client: FlaskClient, account: Account, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    ask(client)
    told = []
    for number in ("07700 900123", "07700 900999"):
        with count_statements() as statements:
            client.post("/my/sign-in", data={"address": number})
        told.append([statement.split(" VALUES")[0] for statement in statements])
    assert told[0] == told[1]


def test_nothing_is_sent_to_an_address_that_nobody_signs_in_with(client: FlaskClient, account: Account) -> None:
    ask(client, "07700 900999")
    ask(client, "nobody@example.com")
    assert db.session.scalars(select(Message)).all() == []


def test_what_is_sent_says_nothing_about_health_nor_whose_it_is(client: FlaskClient, account: Account) -> None:
    ask(client)
    words = last_message().text
    assert re.match(r"[0-9]{6} is your code", words)
    for told in ("Amara", "Osei", "health", "NHS", "Living Well", "care", "plan"):
        assert told.casefold() not in words.casefold()
    assert last_message().about is None


def test_a_code_belongs_to_the_browser_that_asked_for_it(app: Flask, client: FlaskClient, account: Account) -> None:
    ask(client)
    assert app.test_client().post("/my/sign-in/code", data={"code": code_sent()}).status_code == 422
    assert where(client.post("/my/sign-in/code", data={"code": code_sent()})) == (303, "/my/sign-in/birth-date")


def test_three_wrong_dates_lead_to_a_member_of_the_team(client: FlaskClient, amara: Person, account: Account) -> None:
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    for _try in range(2):
        assert client.post("/my/sign-in/birth-date", data=WRONG).status_code == 422
    assert where(client.post("/my/sign-in/birth-date", data=WRONG)) == (303, "/my/sign-in/ask-your-team")
    assert where(client.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/sign-in/ask-your-team")
    assert "It is not your fault" in client.get("/my/sign-in/ask-your-team").text
    assert sign_ins_of([account.id])[0].needs_help
    [told] = db.session.scalars(select(FromPerson)).all()
    assert (told.person_id, told.kind) == (amara.id, "getting_in.help")


def test_a_slip_of_the_pen_is_no_try(client: FlaskClient, account: Account) -> None:
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    for slip in ({}, {"born_on-day": "14"}, BORN | {"born_on-month": "13"}, BORN | {"born_on-year": "2999"}):
        for _time in range(2):
            assert client.post("/my/sign-in/birth-date", data=slip).status_code == 422
    assert sign_ins_of([account.id])[0].birth_date_tries == 0


def test_who_tries_too_often_has_to_wait(client: FlaskClient, account: Account) -> None:
    answers = [ask(client).status_code for _time in range(9)]
    assert answers == [303] * 8 + [429]
    assert "15 minutes" in client.post("/my/sign-in", data={"address": MOBILE}).text


def test_the_address_of_a_link_is_never_what_the_request_says() -> None:
    """Whoever asks could otherwise have somebody else's link point at a machine of their own."""
    app = build_app("sqlite://", address="https://livingwell.example")
    with app.test_request_context(base_url="https://evil.example"):
        assert lasting_url("portal.show_sign_in") == "https://livingwell.example/my/sign-in"


def test_in_by_paper_with_the_date_of_birth(client: FlaskClient, account: Account) -> None:
    paper = make_printed_code(account.id, app_throttle(client), A_MEMBER)
    assert client.post("/my/sign-in/paper", data={"code": "ABCD-EFGH-JKLM"}).status_code == 422
    assert where(client.post("/my/sign-in/paper", data={"code": paper})) == (303, "/my/sign-in/birth-date")
    assert where(client.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/account/helper")
    assert not sign_ins_of([account.id])[0].is_confirmed


def app_throttle(client: FlaskClient) -> Throttle:
    return replace(THROTTLE, key=client.application.config["LIVINGWELL"].secret_key)


def test_one_who_is_a_person_and_a_carer_chooses_a_page_and_gets_that_and_no_other(
    app: Flask, client: FlaskClient, amara: Person, account: Account
) -> None:
    someone = make_person("David", "Osei", team=make_team())
    carer = give_way_in(make_carer_account(someone, name=account.name), born_on=BORN_ON)
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    assert where(client.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/sign-in/whose")
    page = client.get("/my/sign-in/whose").text
    assert "My own page" in page
    assert "The page for somebody I help" in page
    assert "David" not in page
    client.post("/my/sign-in/whose", data={"account": str(carer.id)})
    assert client.get("/for").status_code == 200
    assert client.get("/my").status_code == 403
    assert client.get("/my/sign-in/whose").status_code == 303


def test_twins_with_one_phone_are_told_apart_by_a_member(client: FlaskClient, amara: Person, account: Account) -> None:
    give_way_in(make_own_account(make_person("Ama", "Osei", team=make_team(), born_on=BORN_ON)))
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    assert where(client.post("/my/sign-in/birth-date", data=BORN)) == (303, "/my/sign-in/ask-your-team")
    assert client.get("/my").status_code == 303


def test_a_member_does_not_get_in_here_and_a_person_not_by_the_staff_page(
    client: FlaskClient, account: Account
) -> None:
    come_in(client)
    assert client.get("/people").status_code == 403
    assert client.get("/today").status_code in (403, 404)


def test_signing_in_and_out_is_in_the_audit_and_signing_out_ends_calmly(client: FlaskClient, account: Account) -> None:
    come_in(client)
    assert where(client.post("/sign-out")) == (303, "/my/signed-out")
    assert "You are signed out" in client.get("/my/signed-out").text
    verbs = db.session.scalars(select(AuditEntry.verb).where(AuditEntry.actor_id == account.id)).all()
    assert {"confirm_way_in", "sign_in", "sign_out"} <= set(verbs)
    assert client.get("/my").status_code == 303


def test_no_secret_and_no_address_is_logged(
    client: FlaskClient, account: Account, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG", logger="livingwell"):
        come_in(client)
    assert MOBILE not in caplog.text
    assert code_sent() not in caplog.text


def test_the_pages_of_the_way_in_are_on_the_persons_side(client: FlaskClient) -> None:
    for path in ("", "/sent", "/code", "/paper", "/password", "/ask-your-team"):
        page = client.get(f"/my/sign-in{path}")
        assert page.status_code == 200
        assert "If things get too much" in page.text


def test_the_teams_page_shows_the_way_here_and_who_is_in_already_is_led_home(
    client: FlaskClient, account: Account
) -> None:
    assert 'href="/my/sign-in"' in client.get("/sign-in").text
    come_in(client)
    assert where(client.get("/my/sign-in")) == (303, "/")


@pytest.mark.parametrize("nasty", ["", "\x00", "²", "٣", "9" * 400, "<script>", "\ud800", "-1", "1e9"])
@pytest.mark.parametrize("part", ["day", "month", "year"])
def test_whatever_is_typed_as_a_date_of_birth_is_answered(
    client: FlaskClient, account: Account, part: str, nasty: str
) -> None:
    ask(client)
    client.post("/my/sign-in/code", data={"code": code_sent()})
    typed = BORN | {f"born_on-{part}": nasty.encode("utf-8", "replace").decode()}
    assert client.post("/my/sign-in/birth-date", data=typed).status_code == 422
    assert client.get("/my").status_code == 303


def test_one_that_can_not_be_written_holds_up_no_others(
    client: FlaskClient, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/my/sign-in", data={"address": MOBILE})
    with monkeypatch.context() as broken:
        broken.setattr("livingwell.portal.actions.sending.code_by_text", lambda *_told: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send_asked_for()
    assert not send_asked_for()
    ask(client)
    assert code_sent()


def test_an_address_to_go_back_to_that_is_too_long_is_forgotten(client: FlaskClient, account: Account) -> None:
    come_in(client)
    client.post("/sign-out")
    client.get("/my/sign-in", query_string={"next": "/my/" + "x" * 5_000})
    ask(client)
    assert client.post("/my/sign-in/code", data={"code": code_sent()}).location == "/"
