"""Typing in a real browser: what is kept, and what the screen says of it."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from livingwell.drafts.models import Draft
from livingwell.extensions import db
from livingwell.people.models import Person
from tests.harness.session import settle

pytestmark = pytest.mark.browser


@pytest.fixture
def signed_in(context: BrowserContext, client: FlaskClient, person: Person, live_server: str) -> BrowserContext:
    """A browser that is signed in as whoever reaches the person."""
    cookie = client.get_cookie("session")
    assert cookie is not None
    context.add_cookies([{"name": "session", "value": cookie.value, "url": live_server}])
    return context


@pytest.fixture
def first(signed_in: BrowserContext, person: Person) -> Page:
    return opened(signed_in, person)


def opened(context: BrowserContext, person: Person) -> Page:
    page = context.new_page()
    page.goto(f"/people/{person.id}/note")
    return page


def says(page: Page, words: str) -> None:
    expect(page.locator("[data-saved] [data-saved-words]")).to_contain_text(words)


def kept() -> list[str]:
    settle()
    return [draft.fields["said"][0] for draft in db.session.scalars(select(Draft))]


def test_what_is_typed_is_kept_by_itself_and_comes_back(
    first: Page, signed_in: BrowserContext, person: Person, check_axe: Callable[[Page], None]
) -> None:
    first.get_by_label("What was said").fill("Her garden, every Sunday")
    says(first, "Not saved yet")
    says(first, "Saved at")
    assert kept() == ["Her garden, every Sunday"]
    first.close()
    again = opened(signed_in, person)
    says(again, "Draft, kept at")
    expect(again.get_by_label("What was said")).to_have_value("Her garden, every Sunday")
    check_axe(again)


def test_a_lost_connection_is_said_and_made_up_for(
    first: Page, signed_in: BrowserContext, browser_errors: list[str]
) -> None:
    first.wait_for_load_state("networkidle")
    signed_in.set_offline(True)
    first.get_by_label("What was said").fill("On the train")
    says(first, "No connection")
    assert kept() == []
    signed_in.set_offline(False)
    says(first, "Saved at")
    assert kept() == ["On the train"]
    browser_errors.clear()


def test_two_tabs_are_both_shown_and_one_is_chosen(
    first: Page,
    signed_in: BrowserContext,
    person: Person,
    browser_errors: list[str],
    check_axe: Callable[[Page], None],
) -> None:
    second = opened(signed_in, person)
    first.get_by_label("What was said").fill("From the first tab")
    says(first, "Saved at")
    second.get_by_label("What was said").fill("From the second tab")
    says(second, "newer text in another tab")
    expect(second.locator(".lw-other-tab")).to_contain_text("From the first tab")
    expect(second.get_by_label("What was said")).to_have_value("From the second tab")
    check_axe(second)
    assert kept() == ["From the first tab"]

    second.get_by_role("button", name="Go on with what is in the form").click()
    says(second, "Saved at")
    assert kept() == ["From the second tab"]

    first.get_by_label("What was said").fill("First again")
    says(first, "newer text in another tab")
    first.get_by_role("button", name="Use the other tab’s text instead").click()
    expect(first.get_by_label("What was said")).to_have_value("From the second tab")
    browser_errors.clear()


def test_the_server_falls_over_and_nothing_typed_is_lost(first: Page, app: Flask, browser_errors: list[str]) -> None:
    answers = app.view_functions["drafts.keep_typed"]
    app.view_functions["drafts.keep_typed"] = app.view_functions["people.show_person"]
    try:
        first.get_by_label("What was said").fill("While it was down")
        says(first, "Not saved yet")
    finally:
        app.view_functions["drafts.keep_typed"] = answers
    says(first, "Saved at")
    assert kept() == ["While it was down"]
    browser_errors.clear()


def test_both_texts_can_be_read_and_chosen_by_everybody(
    signed_in: BrowserContext, person: Person, browser_errors: list[str], check_axe: Callable[[Page], None]
) -> None:
    tabs = [signed_in.new_page() for _ in range(2)]
    for tab in tabs:
        tab.goto(f"/people/{person.id}/name")
    for tab, words in zip(tabs, ("Ama", "Amarachi"), strict=True):
        tab.get_by_label("What was said").fill(words)
        tab.get_by_role("button", name="Save").click()
    second = tabs[1]
    expect(second.get_by_role("heading", name="Somebody else saved this first")).to_be_visible()
    expect(second.get_by_label("Yours, to keep or change").first).to_have_value("Amarachi")
    check_axe(second)
    second.get_by_role("button", name="Save what stands in my boxes").click()
    expect(second).to_have_url(f"/people/{person.id}")
    browser_errors.clear()


def test_the_words_come_back_when_the_session_ended(
    first: Page, signed_in: BrowserContext, browser_errors: list[str], check_axe: Callable[[Page], None]
) -> None:
    first.get_by_label("What was said").fill("Nobody may lose this")
    signed_in.clear_cookies()
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("You have been signed out")
    expect(first.get_by_label("Said")).to_have_value("Nobody may lose this")
    check_axe(first)
    browser_errors.clear()


def test_two_tabs_without_scripts(
    new_context: Callable[..., BrowserContext],
    client: FlaskClient,
    person: Person,
    live_server: str,
    check_axe: Callable[[Page], None],
    browser_errors: list[str],
) -> None:
    context = new_context(java_script_enabled=False)
    context.add_cookies([{"name": "session", "value": client.get_cookie("session").value, "url": live_server}])
    tabs = [opened(context, person) for _ in range(2)]
    for tab, words in zip(tabs, ("First", "Second"), strict=True):
        tab.get_by_label("What was said").fill(words)
        tab.get_by_role("button", name="Keep as draft").click()
    expect(tabs[1].get_by_role("heading", level=1)).to_have_text("There is newer text in another tab")
    tabs[1].get_by_role("button", name="Go on with this text").click()
    expect(tabs[1].get_by_label("What was said")).to_have_value("Second")
    browser_errors.clear()
