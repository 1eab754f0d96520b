"""The steps that send themselves, and the button that does the same without JavaScript."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.core.actor import Right
from tests.factories.identity import make_account, make_team, new_session_token
from tests.factories.importing import caseload_file
from tests.harness.client import VisitorClient

ROWS = [{"DOB": (date(1970, 1, 1) + timedelta(days=number)).isoformat()} for number in range(1200)]


@pytest.fixture
def lead_opens(app: Flask, live_server: str, new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Opens the import's page as a lead, in a browser with these settings."""

    def open_as_lead(**settings: object) -> Page:
        account = make_account("Dawn Price", team=make_team(), right=Right.TEAM_LEAD)
        client = app.test_client()
        assert isinstance(client, VisitorClient)
        with client.session_transaction() as session:
            session["_user_id"] = new_session_token(account)
        cookie = client.get_cookie("session")
        assert cookie is not None
        context = new_context(**settings)
        context.add_cookies([{"name": "session", "value": cookie.value, "url": live_server}])
        page = context.new_page()
        page.goto("/caseloads")
        return page

    return open_as_lead


def send(page: Page) -> None:
    file = {"name": "caseload.csv", "mimeType": "text/csv", "buffer": caseload_file(*ROWS)}
    page.get_by_label("Caseload file").set_input_files([file])
    page.get_by_role("button", name="Look at the file").click()


@pytest.mark.browser
def test_a_large_file_is_checked_and_comes_in_by_itself(
    lead_opens: Callable[..., Page], check_axe: Callable[[Page], None]
) -> None:
    page = lead_opens()
    check_axe(page)
    send(page)
    button = page.get_by_role("button", name="Import 1,200 people")
    expect(button).to_be_visible()
    check_axe(page)
    button.click()
    expect(page.get_by_text("1,200 rows done")).to_be_visible()
    check_axe(page)


@pytest.mark.browser
def test_without_javascript_a_button_sends_each_step(lead_opens: Callable[..., Page]) -> None:
    page = lead_opens(java_script_enabled=False)
    send(page)
    for _step in range(2):
        page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Import 1,200 people").click()
    for _step in range(2):
        page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("1,200 rows done")).to_be_visible()
