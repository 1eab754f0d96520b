"""The engagement picture on the record: on the overview before anything else, and above every contact."""

import gzip
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page

from livingwell.adjustments.models import Standing, Way
from livingwell.identity.models import Account
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.discussions import as_member
from tests.factories.engagement import AMARA, make_contacts, noon, years_of_contacts
from tests.factories.identity import new_session_token
from tests.factories.people import make_person

Counting = Callable[[], AbstractContextManager[list[str]]]
SCREENS = (1280, 360)
SMALL = 6_000  # bytes, compressed as pages are


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Amara's spring, after she asked for texts and never phone calls."""
    asked = {Way.TEXT: Standing.BEST, Way.VISIT: Standing.FINE, Way.PHONE: Standing.NOT_WANTED}
    tell_preferences(desk.amara, desk.peer, asked, told_at=noon(date(2026, 3, 3)))
    make_contacts(desk.amara, desk.nurse, AMARA)
    return desk


@pytest.fixture
def client(app: Flask, desk: Desk) -> FlaskClient:
    return as_member(app, desk.priya)


@pytest.mark.parametrize("more", ["", "/contacts"])
def test_it_stands_before_everything_else_under_the_top(client: FlaskClient, told: Desk, more: str) -> None:
    page = client.get(f"/people/{told.amara.id}{more}").get_data(as_text=True)
    content = page[page.index("lw-engagement") :]
    assert content.index("How we have reached Amara") < content.index("<h2", 200)
    assert "5 of the 6 times we did not reach Amara were phone calls." in content


def test_the_picture_has_its_counts_for_whoever_hears_it_and_a_table_beside_it(client: FlaskClient, told: Desk) -> None:
    page = client.get(f"/people/{told.amara.id}").get_data(as_text=True)
    assert page.count("7 texts, 7 reached Amara; 5 phone calls, 0 reached Amara") == 2  # the wide and the narrow one
    assert "The picture as a table" in page
    assert 'style="' not in page[page.index("lw-engagement") :]


def test_only_the_first_page_of_contacts_shows_it(client: FlaskClient, desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, years_of_contacts(60, date(2026, 6, 10)))
    assert "lw-engagement" in client.get(f"/people/{desk.amara.id}/contacts").get_data(as_text=True)
    assert "lw-engagement" not in client.get(f"/people/{desk.amara.id}/contacts?page=2").get_data(as_text=True)


def test_without_contacts_it_says_so_and_draws_nothing(client: FlaskClient, desk: Desk) -> None:
    page = client.get(f"/people/{desk.amara.id}").get_data(as_text=True)
    assert "We have not yet recorded a contact with Amara. Nobody has asked Amara yet how to be reached." in page
    assert "ep-across" not in page


def test_a_name_is_text_wherever_it_stands(client: FlaskClient, desk: Desk) -> None:
    person = make_person("<b>Ama</b>", "Osei", team=desk.team)
    tell_preferences(person, desk.peer)
    make_contacts(person, desk.nurse, AMARA)
    assert "<b>Ama</b>" not in client.get(f"/people/{person.id}").get_data(as_text=True)


def test_five_hundred_contacts_cost_no_more_statements_and_stay_small(
    client: FlaskClient, desk: Desk, count_statements: Counting
) -> None:
    make_contacts(desk.amara, desk.nurse, AMARA[:1])
    client.get(f"/people/{desk.amara.id}")
    with count_statements() as few:
        client.get(f"/people/{desk.amara.id}")
    make_contacts(desk.amara, desk.nurse, years_of_contacts(500, date(2026, 6, 10)))
    with count_statements() as many:
        page = client.get(f"/people/{desk.amara.id}").get_data(as_text=True)
    assert len(few) == len(many)
    start = page.index('<section class="lw-box lw-stack lw-engagement"')
    drawn = page[start : page.index("</section>", start)]
    assert len(gzip.compress(drawn.encode())) < SMALL


@pytest.fixture
def open_page(app: Flask, live_server: str, new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    def opened(account: Account, width: int, **options: object) -> Page:
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = new_session_token(account), True
        context = new_context(viewport={"width": width, "height": 900}, **options)
        cookie = client.get_cookie("session")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": live_server}])
        return context.new_page()

    return opened


@pytest.mark.browser
@pytest.mark.parametrize("width", SCREENS)
def test_one_drawing_is_shown_by_width_and_fits(
    told: Desk, open_page: Callable[..., Page], check_axe: Callable[[Page], None], width: int
) -> None:
    page = open_page(told.priya, width)
    page.goto(f"/people/{told.amara.id}")
    across, down = page.locator("svg.lw-wide-only[role=img]"), page.locator("svg.lw-narrow-only[role=img]")
    assert (across.is_visible(), down.is_visible()) == (width == 1280, width == 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_text("The picture as a table").click()
    check_axe(page)


@pytest.mark.browser
@pytest.mark.parametrize("media", ["print", "screen"])
def test_on_paper_and_in_forced_colours_it_is_still_there(
    told: Desk, open_page: Callable[..., Page], media: str
) -> None:
    page = open_page(told.priya, 700, forced_colors="active")
    page.emulate_media(media=media)
    page.goto(f"/people/{told.amara.id}/contacts")
    assert page.locator("svg.lw-narrow-only[role=img]").is_visible()
