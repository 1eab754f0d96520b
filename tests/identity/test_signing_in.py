"""Signing in and out, and who is kept waiting."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.config import Settings
from livingwell.core import clock
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession, SignInAttempt, password
from tests.factories.identity import PASSWORD, give_password, make_account, make_team, sign_in, switch_off

GOOD = PASSWORD


@pytest.fixture
def nurse(app: Flask) -> Account:
    return give_password(make_account(team=make_team()))


def try_in(client: FlaskClient, email: str, words: str = GOOD, **kwargs: object) -> TestResponse:
    return client.post("/sign-in", data={"email": email, "password": words}, **kwargs)


def attempts() -> int:
    return db.session.scalar(select(func.count()).select_from(SignInAttempt)) or 0


def test_the_right_password_opens_the_door(client: FlaskClient, nurse: Account) -> None:
    answer = try_in(client, nurse.email.upper() + " ")
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/").status_code == 303
    assert attempts() == 0


def test_a_wrong_password_says_neither_which_is_wrong_nor_whether_there_is_an_account(
    client: FlaskClient, nurse: Account
) -> None:
    wrong = try_in(client, nurse.email, "not the password at all")
    nobody = try_in(client, "nobody@example.com", "not the password at all")
    assert wrong.status_code == nobody.status_code == 422
    assert without_what_differs(wrong, nurse.email) == without_what_differs(nobody, "nobody@example.com")


def without_what_differs(answer: TestResponse, email: str) -> str:
    lines = answer.get_data(as_text=True).replace(email, "").splitlines()
    return "\n".join(line for line in lines if "csrf_token" not in line)


def test_a_hash_is_checked_whether_or_not_there_is_an_account(
    client: FlaskClient, nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str | None] = []
    monkeypatch.setattr(
        "livingwell.identity.actions.signing_in.is_right", lambda _words, kept: checked.append(kept) or False
    )
    try_in(client, "nobody@example.com")
    try_in(client, nurse.email)
    assert checked == [None, nurse.password_hash]
    assert not password.needs_new_hash(password.NOBODYS_HASH)


def test_a_try_is_counted_before_its_password_is_checked_and_nobody_waits_for_the_hashing(
    client: FlaskClient, nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that tries sent all at once are counted too, and a slow hash keeps no lock from others."""
    counted: list[int] = []

    def look_around(_password: str, _kept: str | None) -> bool:
        with db.engine.connect().execution_options(writes=True) as other, other.begin():
            counted.append(other.scalar(select(func.count()).select_from(SignInAttempt)) or 0)
        return False

    monkeypatch.setattr("livingwell.identity.actions.signing_in.is_right", look_around)
    try_in(client, nurse.email)
    try_in(client, nurse.email)
    assert counted == [1, 2]


@pytest.mark.parametrize(
    "wanted",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/\t/elsewhere.example", "today"],
)
def test_signing_in_never_leads_to_another_site(client: FlaskClient, nurse: Account, wanted: str) -> None:
    answer = client.post("/sign-in", query_string={"next": wanted}, data={"email": nurse.email, "password": GOOD})
    assert answer.location == "/"


def test_signing_in_leads_back_to_where_somebody_was(client: FlaskClient, nurse: Account) -> None:
    asked = client.get("/people/3b6ef3de-2d1c-4b0c-8f64-6d1dd2e6b6a1?shown=plan")
    assert asked.status_code == 303
    answer = client.post(asked.location, data={"email": nurse.email, "password": GOOD})
    assert answer.location == "/people/3b6ef3de-2d1c-4b0c-8f64-6d1dd2e6b6a1?shown=plan"


def test_too_many_tries_at_one_account_have_to_wait(app: Flask, client: FlaskClient, nurse: Account) -> None:
    settings: Settings = app.config["LIVINGWELL"]
    for _try in range(settings.failures_per_account):
        assert try_in(client, nurse.email, "a wrong password").status_code == 422
    answer = try_in(client, nurse.email)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in answer.get_data(as_text=True)
    with clock.fixed(clock.now() + timedelta(minutes=settings.failure_window_minutes, seconds=1)):
        assert try_in(client, nurse.email).status_code == 303


def test_an_account_that_does_not_exist_is_kept_waiting_just_the_same(app: Flask, client: FlaskClient) -> None:
    for _try in range(app.config["LIVINGWELL"].failures_per_account):
        assert try_in(client, "nobody@example.com").status_code == 422
    assert try_in(client, "Nobody@example.com").status_code == 429


def test_one_address_guessing_at_many_accounts_has_to_wait_and_others_do_not(
    app: Flask, client: FlaskClient, nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livingwell.identity.actions.signing_in.is_right", lambda words, _kept: words == GOOD)
    for number in range(app.config["LIVINGWELL"].failures_per_address):
        try_in(client, f"guess{number}@example.com", "a wrong password", environ_base={"REMOTE_ADDR": "10.0.0.1"})
    assert try_in(client, nurse.email, environ_base={"REMOTE_ADDR": "10.0.0.1"}).status_code == 429
    assert try_in(client, nurse.email, environ_base={"REMOTE_ADDR": "10.0.0.2"}).status_code == 303


def test_nothing_of_a_failed_try_is_kept_in_clear(client: FlaskClient, nurse: Account) -> None:
    try_in(client, nurse.email, "a wrong password")
    kept = db.session.execute(select(SignInAttempt.email_hash, SignInAttempt.address_hash)).one()
    assert all(len(value) == 64 and nurse.email not in value for value in kept)


def test_signing_out_ends_the_session_for_a_copied_cookie_too(client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    cookie = client.get_cookie("session")
    assert cookie is not None
    assert client.post("/sign-out").location == "/sign-in"
    client.set_cookie("session", cookie.value)
    assert client.get("/").location.startswith("/sign-in")


def test_signing_out_takes_a_press_not_a_link(client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    assert client.get("/sign-out").status_code == 405


def test_signing_in_takes_nothing_over_from_before(client: FlaskClient, nurse: Account) -> None:
    with client.session_transaction() as kept:
        kept["left_by_somebody"] = "else"
    try_in(client, nurse.email)
    with client.session_transaction() as kept:
        assert "left_by_somebody" not in kept


def test_a_session_ends_after_its_idle_time(app: Flask, client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    idle = app.config["LIVINGWELL"].idle
    with clock.fixed(clock.now() + idle - timedelta(seconds=5)):
        assert client.get("/account").status_code == 200
        with clock.fixed(clock.now() + idle - timedelta(seconds=5)):
            assert client.get("/account").status_code == 200  # the first look counted
            with clock.fixed(clock.now() + idle + timedelta(seconds=1)):
                assert client.get("/").location.startswith("/sign-in")


def test_a_session_ends_after_some_hours_whatever_is_done(app: Flask, client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    start = clock.now()
    for minutes in range(10, app.config["LIVINGWELL"].session_hours * 60 + 1, 10):
        with clock.fixed(start + timedelta(minutes=minutes)):
            client.post("/session")
    with clock.fixed(start + timedelta(hours=app.config["LIVINGWELL"].session_hours, seconds=30)):
        assert client.get("/").location.startswith("/sign-in")


def test_a_script_that_asks_for_part_of_a_page_is_told_and_not_led_away(client: FlaskClient) -> None:
    assert client.get("/account", headers={"HX-Request": "true"}).status_code == 401


def test_a_deactivated_account_is_out_at_once(client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    switch_off(nurse)
    assert client.get("/").location.startswith("/sign-in")
    assert try_in(client, nurse.email).status_code == 422


def test_no_password_reaches_the_audit_or_the_log(
    client: FlaskClient, nurse: Account, caplog: pytest.LogCaptureFixture
) -> None:
    try_in(client, nurse.email, "a wrong password")
    try_in(client, nurse.email)
    told = str([entry.detail for entry in db.session.scalars(select(AuditEntry))]) + caplog.text
    assert GOOD not in told
    assert nurse.password_hash not in told
    for kept in db.session.scalars(select(LoginSession)):
        assert kept.token_hash not in told


def test_the_sign_in_page_says_why_somebody_is_there_again(app: Flask, client: FlaskClient, nurse: Account) -> None:
    sign_in(client, nurse)
    with clock.fixed(clock.now() + timedelta(hours=1)):
        page = client.get("/", follow_redirects=True).get_data(as_text=True)
    assert "You are not signed in any more" in page
