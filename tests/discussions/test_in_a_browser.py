"""The discussion's screen on a phone, and while somebody else changes what it asks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.core.clock import now
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.deciding import answer_decision
from livingwell.discussions.commands import Answer
from livingwell.discussions.models import Outcome
from livingwell.identity.models import Account
from tests.factories.discussions import Room, address, as_member, make_meeting
from tests.factories.engagement import AMARA, make_contacts
from tests.harness.session import settle

pytestmark = pytest.mark.browser

NewContext = Callable[..., BrowserContext]
WIDE, PHONE = 1280, 360


@pytest.fixture
def open_screen(app: Flask, new_context: NewContext) -> Callable[[Room, Account, int], Page]:
    """The room's discussion, on the account's own browser of some width."""

    def opened(room: Room, account: Account, width: int) -> Page:
        cookie = as_member(app, account).get_cookie("session")
        assert cookie is not None
        context = new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto("/sign-in")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
        page.goto(address(room))
        return page

    return opened


OpenScreen = Callable[[Room, Account, int], Page]


def test_on_a_phone_answered_decisions_fold_and_a_screen_reader_reads_them_all_the_same(
    live_server: str, open_screen: OpenScreen, check_axe: Callable[[Page], None]
) -> None:
    room = Room()
    decided = room.decide("Ring the supplier")
    room.close()
    room.meeting = make_meeting(room, now() + timedelta(days=7))
    room.discussion = room.put_on(room.amara)
    start_discussion(room.discussion, room.chair)
    answer_decision(decided, Answer(Outcome.DONE, "Off since Monday"), room.chair)
    settle()
    phone, wide = (open_screen(room, room.ruth, width) for width in (PHONE, WIDE))
    row = phone.locator(f"#follow-through-{decided.id}")
    expect(row).to_match_aria_snapshot("- listitem:\n  - paragraph: /Off since Monday/")
    folded = row.bounding_box()
    row.get_by_text("Why, and who").click()
    unfolded = row.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert folded["height"] < unfolded["height"]
    check_axe(phone)
    expect(wide.get_by_text("Off since Monday")).to_be_in_viewport()
    expect(wide.get_by_text("Why, and who")).to_be_hidden()


def test_the_chair_is_no_longer_asked_why_once_the_lived_experience_place_is_filled(
    live_server: str, open_screen: OpenScreen
) -> None:
    room = Room()
    screen = open_screen(room, room.ruth, WIDE)
    asked = screen.get_by_text("No lived-experience view today: say why")
    expect(asked).to_be_visible()
    room.hear_lived_experience()
    settle()
    expect(asked).to_be_hidden(timeout=15_000)


def test_an_adjustment_is_found_agreed_and_shown_to_the_others_without_leaving(
    live_server: str, open_screen: OpenScreen, check_axe: Callable[[Page], None]
) -> None:
    room = Room()
    make_contacts(room.amara, room.nurse, AMARA)
    settle()
    phone, others = open_screen(room, room.priya, PHONE), open_screen(room, room.jo, WIDE)
    phone.get_by_text("Agree what we do otherwise for Amara").click()
    phone.get_by_label("Find a choice").fill("quiet")
    phone.get_by_role("button", name="Find a choice").click()
    phone.get_by_label("A quiet place", exact=True).check()
    phone.get_by_label("Or in words of your own").fill("Text first, then wait a day")
    phone.get_by_label("Amara told us").check()
    check_axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    phone.get_by_role("button", name="Agree it").click()
    for screen in (phone, others):
        agreed = screen.get_by_role("article").filter(has_text="What we do otherwise from now on")
        expect(agreed).to_contain_text("A quiet place")
        expect(agreed).to_contain_text("Text first, then wait a day")
    check_axe(others)
