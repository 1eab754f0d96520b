"""Logging a contact in a real browser: three presses on a phone, the guard, and without scripts."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models import AsAsked, Outcome
from livingwell.contacts.queries.checks import checks_answered
from livingwell.contacts.queries.contacts import contacts_of
from tests.factories.contacts import Desk, make_adjustment, make_appointment, make_contact, tell_preferences
from tests.factories.identity import sign_in
from tests.harness.session import settle

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
NewContext = Callable[..., BrowserContext]


@pytest.fixture
def opened(desk: Desk, client: FlaskClient, new_context: NewContext) -> Callable[..., Page]:
    """A page of a browser in which Priya is signed in."""
    sign_in(client, desk.priya)
    cookie = client.get_cookie("session")
    assert cookie is not None

    def open_page(path: str, **settings: object) -> Page:
        context = new_context(**{"viewport": PHONE, **settings})
        page = context.new_page()
        page.goto("/sign-in")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
        page.goto(f"/people/{desk.amara.id}{path}")
        return page

    return open_page


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return request.param


def test_a_contact_that_goes_against_nothing_takes_three_presses(
    desk: Desk, opened: Callable[..., Page], scripts: bool
) -> None:
    tell_preferences(desk.amara, desk.nurse)
    page = opened("/contacts/new", java_script_enabled=scripts)
    presses = [
        page.get_by_text("Text best way", exact=True),
        page.get_by_text("We spoke", exact=True),
        page.get_by_role("button", name="Save contact"),
    ]
    for press in presses:
        press.click()
    expect(page.get_by_text("The contact is saved.")).to_be_visible()
    settle()
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.way, contact.outcome, contact.as_asked) == (Way.TEXT, Outcome.SPOKE, AsAsked.AS_ASKED)


def test_everything_was_met_is_one_press_more(desk: Desk, opened: Callable[..., Page]) -> None:
    make_adjustment(desk.amara, desk.nurse, "Low light")
    contact = make_contact(desk.amara, desk.nurse)
    page = opened(f"/contacts/{contact.id}")
    page.get_by_role("button", name="Everything was met").click()
    expect(page.get_by_text("It is saved.")).to_be_visible()
    settle()
    assert [outcome.met for outcome, _adjustment in checks_answered(contact.id)] == ["met"]


def test_the_guard_stands_before_saving_and_loses_nothing(
    desk: Desk, opened: Callable[..., Page], scripts: bool, check_axe: Callable[[Page], None], browser_errors: list[str]
) -> None:
    tell_preferences(desk.amara, desk.nurse)
    page = opened("/contacts/new", java_script_enabled=scripts)
    page.get_by_text("Phone never").click()
    page.get_by_text("No answer", exact=True).click()
    page.get_by_label("Note").fill("I wanted to ask about the tram.")
    page.get_by_role("button", name="Save contact").click()
    expect(page.get_by_role("heading", name="Amara asked us never to phone")).to_be_visible()
    browser_errors.clear()  # the browser reports the answer 409
    if scripts:
        check_axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(page.get_by_role("link", name="Write a text instead")).to_be_visible()
    page.get_by_text("I need to do this anyway").click()
    page.get_by_label("Why this way, this time?").fill("Her mum asked us to ring at once")
    page.get_by_role("button", name="Go on: phone").click()
    expect(page.get_by_text("The contact is saved.")).to_be_visible()
    settle()
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.note, contact.as_asked) == ("I wanted to ask about the tram.", AsAsked.NOT_AS_ASKED)


def test_pages_of_contacts_fit_a_phone_and_have_no_violation(
    desk: Desk, opened: Callable[..., Page], check_axe: Callable[[Page], None]
) -> None:
    ways = {Way.TEXT: Standing.BEST, Way.VISIT: Standing.FINE, Way.PHONE: Standing.NOT_SAFE}
    tell_preferences(desk.amara, desk.nurse, ways, reminders={Way.TEXT: 24})
    make_adjustment(desk.amara, desk.nurse, "Doppelhaushälftenbesitzerversammlungsprotokolle in writing")
    contact = make_contact(desk.amara, desk.nurse, note="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch " * 2)
    planned = make_appointment(desk.amara, desk.nurse, place="Weaver Street, room 2")
    paths = [
        "/contacts",
        "/contacts/new",
        f"/contacts/{contact.id}",
        f"/contacts/{contact.id}/note",
        "/appointments/new",
        f"/contacts/{planned.id}",
        f"/contacts/{planned.id}/outcome",
        f"/contacts/{planned.id}/move",
    ]
    for width in (320, 1280):
        page = opened("/contacts", viewport={"width": width, "height": 900})
        for path in paths:
            page.goto(f"/people/{desk.amara.id}{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            check_axe(page)
