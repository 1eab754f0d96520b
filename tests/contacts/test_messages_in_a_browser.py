"""Messages in a browser: on a phone and on a desk, and what is previewed in its own size and colour."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.adjustments.models import Background, Standing, Way
from tests.contacts.test_going_out import WORDS
from tests.factories.contacts import tell_preferences
from tests.factories.discussions import Room
from tests.factories.identity import sign_in
from tests.factories.letters import make_letter, make_reachable, make_reply, make_sent, make_unfiled_text
from tests.harness.session import settle

pytestmark = pytest.mark.browser

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
EVERY_WAY = {Way.LETTER: Standing.BEST, Way.TEXT: Standing.FINE, Way.EMAIL: Standing.NOT_WANTED}


@pytest.fixture
def room(client: FlaskClient) -> Room:
    room = Room(is_started=False)
    make_reachable(room.amara)
    tell_preferences(
        room.amara, room.nurse, EVERY_WAY, font_points=28, background=Background.CREAM, why="I never open it."
    )
    sign_in(client, room.priya)
    return room


def signed_in(client: FlaskClient, new_context: Callable[..., BrowserContext], width: int) -> Page:
    cookie = client.get_cookie("session")
    assert cookie is not None
    context = new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto("/sign-in")
    context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
    settle()
    return page


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_messages_fit_and_have_no_violation(
    room: Room,
    client: FlaskClient,
    new_context: Callable[..., BrowserContext],
    check_axe: Callable[[Page], None],
    width: int,
) -> None:
    waiting = make_letter(room.amara, room.nurse, Way.LETTER, f"{WORDS} {LONG} You failed to engage.")
    make_sent(room.amara, room.nurse, Way.LETTER, WORDS)
    make_sent(room.amara, room.nurse, Way.TEXT, f"Hi Amara {LONG}", asks_for_answer=True)
    make_reply(room.amara, "More time")
    text = make_unfiled_text(LONG)
    messages = f"/people/{room.amara.id}/messages"
    page = signed_in(client, new_context, width)
    for path in (
        f"{messages}/new?way=email",
        f"{messages}/new?way=text&template=missed-you",
        f"{messages}/{waiting.id}",
        f"{messages}/{waiting.id}/words",
        messages,
        "/letters/to-print",
        "/texts/to-file",
        f"/texts/to-file/{text.id}",
        f"/teams/{room.team.id}/templates",
        f"/teams/{room.team.id}/templates/missed-you",
        f"/teams/{room.team.id}/words-to-avoid",
        f"/people/{room.amara.id}/death",
        "/answers/a-link/more_time",
    ):
        page.goto(path)
        check_axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_preview_has_the_size_and_the_colour_that_the_person_asked_for(
    room: Room, client: FlaskClient, new_context: Callable[..., BrowserContext], browser_errors: list[str]
) -> None:
    page = signed_in(client, new_context, 1280)
    page.goto(f"/people/{room.amara.id}/messages/new?way=letter&template=missed-you")
    page.get_by_role("button", name="Look at it").click()
    words = page.frame_locator("iframe").get_by_text("That is all right.")
    expect(words).to_be_visible()
    assert words.evaluate("it => getComputedStyle(it).fontSize") == "37.3333px"  # 28 points
    assert words.evaluate("it => getComputedStyle(it.ownerDocument.body).backgroundColor") == "rgb(255, 246, 220)"
    expect(page.get_by_text("28 point print, cream background")).to_be_visible()
    page.get_by_role("button", name="Put it in the print queue").press("Enter")
    expect(page.get_by_text("In the print queue")).to_be_visible()
    # The frame takes no script, so the browser complains of this test's own looking into it.
    browser_errors[:] = [error for error in browser_errors if "sandboxed" not in error]


def test_a_way_that_they_said_no_to_leads_to_the_one_that_they_asked_for(
    room: Room, client: FlaskClient, new_context: Callable[..., BrowserContext]
) -> None:
    page = signed_in(client, new_context, 360)
    page.goto(f"/people/{room.amara.id}/messages/new?way=email&template=missed-you")
    expect(page.get_by_role("heading", name="Amara asked us never to e-mail")).to_be_visible()
    page.get_by_role("button", name="Look at it").click()
    page.get_by_role("button", name="Send it").press("Enter")
    expect(page.get_by_role("heading", name="Amara asked us never to e-mail")).to_be_visible()
    page.get_by_role("link", name="Write a letter instead").click()
    expect(page.get_by_role("heading", name="Write to Amara")).to_be_visible()
