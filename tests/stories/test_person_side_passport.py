"""The passport is shown to somebody by a QR code and a PIN, and stopped."""

import re

import pytest
import segno
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.passports.actions import write_section
from livingwell.passports.commands import WriteSection
from livingwell.passports.models import Section
from tests.factories.discussions import Room
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.at_a_phone import AtAPhone
from tests.stories.telling import NewContext

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_kind", ["sqlite"], scope="session"),
    pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"]),
]
FIRST = "Write to me. Please never phone."
LAST = "I know every tram stop in order. Ask me."


@pytest.fixture
def amara(app: Flask, morning: None, new_context: NewContext, live_server: str, has_script: bool) -> AtAPhone:
    """At her own phone; the first line of her passport is written."""
    room = Room(is_started=False)
    account = make_own_account(room.amara)
    write_section(room.amara.id, WriteSection(Section.FIRST, FIRST), actor_for(account))
    settle()
    phone = AtAPhone(new_context, has_script=has_script)
    sign_in_browser(app, phone.page.context, live_server, account)
    return phone


def test_a_passport_is_shared_by_qr_code_opened_and_stopped(
    amara: AtAPhone, new_context: NewContext, has_script: bool
) -> None:
    she_adds_a_line(amara)
    link, pin = she_makes_a_link(amara)

    dentist = AtAPhone(new_context, has_script=has_script)
    a_wrong_pin_opens_nothing(dentist, link, pin)
    the_right_one_shows_it(dentist, pin)

    she_sees_who_opened_it_and_stops_it(amara)
    nothing_opens_any_more(dentist, link)


def she_adds_a_line(amara: AtAPhone) -> None:
    amara.opens("/my/passport")
    amara.goes_to("Write : Also worth knowing")
    amara.writes("Also worth knowing", LAST)
    amara.presses("Save")
    amara.sees(LAST)


def she_makes_a_link(amara: AtAPhone) -> tuple[str, str]:
    """The address in the QR code is the one that stands beside it, for whoever can't point a camera."""
    amara.opens("/my/passport/links")
    amara.goes_to("Make a link")
    amara.page.get_by_role("radio").first.check()
    amara.page.get_by_role("textbox").first.fill("The dentist")
    amara.presses("Make the link")
    link = amara.page.locator(".address").inner_text().strip()
    assert squares_of(amara.page) == squares_for(link)
    return link, amara.page.locator(".pin").inner_text().strip().replace(" ", "")


def a_wrong_pin_opens_nothing(dentist: AtAPhone, link: str, pin: str) -> None:
    dentist.opens(link)
    dentist.does_not_see("Amara")
    dentist.page.get_by_role("textbox").fill(f"{(int(pin) + 1) % 10**6:06d}")
    dentist.presses("Open")
    dentist.does_not_see(FIRST)


def the_right_one_shows_it(dentist: AtAPhone, pin: str) -> None:
    dentist.page.get_by_role("textbox").fill(pin)
    dentist.presses("Open")
    dentist.sees("About me: Amara")
    dentist.sees(FIRST)
    dentist.sees(LAST)
    assert dentist.page.request.get("/my/passport", max_redirects=0).status == 303


def she_sees_who_opened_it_and_stops_it(amara: AtAPhone) -> None:
    amara.opens("/my/passport/links")
    card = amara.page.get_by_role("region", name="The dentist")
    expect(card.get_by_role("listitem")).to_have_count(2)
    amara.presses("Stop it now", card)


def nothing_opens_any_more(dentist: AtAPhone, link: str) -> None:
    """Where it is open it closes; and whoever asks is told no more than somebody who guessed."""
    dentist.page.reload()
    dentist.does_not_see(FIRST)
    stopped = what_stands_there(dentist, link)
    guessed = what_stands_there(dentist, link[:-8] + "abcdefgh")
    assert stopped == guessed
    assert "opens nothing" in stopped


def what_stands_there(phone: AtAPhone, address: str) -> str:
    phone.opens(address)
    return phone.page.locator("main").inner_text()


Squares = set[tuple[int, int]]


def squares_of(page: Page) -> Squares:
    """The dark squares of the QR code on the page, without its margin."""
    drawn = page.locator("svg.qr path").get_attribute("d") or ""
    return from_the_corner({(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", drawn)})


def squares_for(address: str) -> Squares:
    """Those of a QR code for the address, made apart from the page."""
    rows = segno.make(address, micro=False, error="m").matrix
    return from_the_corner({(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark})


def from_the_corner(squares: Squares) -> Squares:
    left, top = min(x for x, _y in squares), min(y for _x, y in squares)
    return {(x - left, y - top) for x, y in squares}
