"""The idle time-out in a real browser: never without a warning, and never for somebody who is at work."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession
from tests.factories.identity import PASSWORD, give_password, make_account, make_team
from tests.harness.session import settle

pytestmark = pytest.mark.browser

WARNING = "You will be signed out soon"


@pytest.fixture
def nurse(app: Flask) -> Account:
    return give_password(make_account(team=make_team("Salford")))


@pytest.fixture
def at_work(page: Page, nurse: Account) -> Page:
    """A browser whose clock the test moves, signed in by keyboard alone."""
    page.clock.install()
    page.goto("/account")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(nurse.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    return counting(page)


def counting(page: Page) -> Page:
    """The page, once its script counts: one that starts after the clock was moved would count from there."""
    page.evaluate("import(new URL('./idle.js', document.querySelector('script[type=module]').src))")
    return page


def pass_minutes(page: Page, minutes: float) -> None:
    page.clock.fast_forward(int(minutes * 60_000))


@atomic()
def age_session(minutes: float) -> None:
    """Have the server see nothing of anybody for some minutes."""
    for session in db.session.scalars(select(LoginSession)):
        session.last_seen_at = now() - timedelta(minutes=minutes)


def seen_seconds_ago() -> float:
    settle()
    db.session.expire_all()
    [seen] = db.session.scalars(select(LoginSession.last_seen_at))
    return (now() - seen).total_seconds()


def test_a_warning_comes_first_and_one_press_goes_on(at_work: Page, check_axe: Callable[[Page], None]) -> None:
    settle()
    age_session(13.1)
    pass_minutes(at_work, 12.9)
    expect(at_work.get_by_role("dialog", name=WARNING)).to_be_hidden()
    pass_minutes(at_work, 0.2)
    dialog = at_work.get_by_role("dialog", name=WARNING)
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Stay signed in")).to_be_focused()
    check_axe(at_work)
    with at_work.expect_response("**/session") as answer:
        at_work.keyboard.press("Enter")
    assert answer.value.status == 204
    expect(dialog).to_be_hidden()
    assert seen_seconds_ago() < 60


def test_somebody_who_types_is_at_work(at_work: Page) -> None:
    at_work.goto("/account/password")
    counting(at_work)
    pass_minutes(at_work, 5)
    settle()
    age_session(5)
    with at_work.expect_response("**/session"):
        at_work.get_by_label("New password").press("a")
    assert seen_seconds_ago() < 60


def test_at_the_end_the_page_leads_to_signing_in_and_back(at_work: Page) -> None:
    at_work.goto("/account/password")
    counting(at_work)
    settle()
    age_session(15.1)
    pass_minutes(at_work, 15.1)
    expect(at_work.get_by_text("You are not signed in any more")).to_be_visible()
    assert "next=%2Faccount%2Fpassword" in at_work.url


def test_looking_at_pages_is_told_to_the_page_as_the_server_counted_it(at_work: Page) -> None:
    settle()
    age_session(0.75)
    at_work.goto("/account")
    told: Any = at_work.evaluate("Number(document.body.dataset.activeSecondsAgo)")
    assert 44 <= told <= 60
