"""Adding adjustments on a phone, with and without scripts, and every page of theirs in a browser."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.adjustments.actions.life import say_cannot_do
from livingwell.adjustments.commands import NotPossible
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.core.clock import today
from tests.factories.adjustments import make_adjustment, make_adjustments
from tests.factories.identity import sign_in
from tests.factories.people import make_note
from tests.factories.setting import Setting
from tests.harness.session import settle

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
Contexts = Callable[..., BrowserContext]
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" * 2


@pytest.fixture
def opened(setting: Setting, client: FlaskClient, new_context: Contexts) -> Callable[..., Page]:
    """Opens a page as the nurse, in a browser of its own."""
    sign_in(client, setting.priya)
    cookie = client.get_cookie("session")
    assert cookie is not None

    def open_page(path: str, **settings: object) -> Page:
        context = new_context(viewport=settings.pop("viewport", PHONE), **settings)
        page = context.new_page()
        page.goto("/sign-in")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
        page.goto(path)
        return page

    return open_page


def of(setting: Setting, rest: str = "") -> str:
    return f"/people/{setting.person.id}/adjustments{rest}"


def whats(setting: Setting) -> list[str]:
    settle()
    return [each.what for each in adjustments_of(setting.person.id)]


def test_typing_finds_choices_in_the_same_list_and_keeps_what_is_picked(
    setting: Setting, opened: Callable[..., Page], check_axe: Callable[[Page], None], browser_errors: list[str]
) -> None:
    page = opened(of(setting, "/new"))
    box = page.get_by_label("Find a choice")
    expect(page.get_by_role("button", name="Find", exact=True)).to_be_hidden()
    box.fill("noise")
    expect(page.get_by_role("status").filter(has_text="3 choices fit")).to_be_visible()
    check_axe(page)
    page.get_by_label("A quiet place", exact=True).check()
    box.fill("Polish")
    expect(page.get_by_label("A quiet place", exact=True)).to_be_visible()
    page.get_by_label("An interpreter who speaks Polish").check()
    box.fill("zeppelin")
    expect(page.get_by_text("Nothing fits. Write it in words of your own.")).to_be_visible()
    box.press("Enter")  # finds, and sends nothing
    page.get_by_label("Or in words of your own").fill("Ring the side bell")
    page.get_by_label("Amara told us").check()
    page.get_by_role("button", name="Add to the list").click()
    expect(page.get_by_role("heading", name="What does it mean in practice?")).to_be_visible()
    assert whats(setting) == ["An interpreter who speaks Polish", "A quiet place", "Ring the side bell"]
    assert browser_errors == []


def test_without_a_script_the_same_page_finds_and_adds(setting: Setting, opened: Callable[..., Page]) -> None:
    page = opened(of(setting, "/new"), java_script_enabled=False)
    page.get_by_text("Getting in touch").click()
    page.get_by_label("Never phone").check()
    page.get_by_label("Find a choice").fill("quiet")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_label("Never phone")).to_be_checked()
    page.get_by_label("A quiet place", exact=True).check()
    page.get_by_label("Amara told us").check()
    page.get_by_role("button", name="Add to the list").click()
    page.get_by_label("What it means in practice").first.fill("Text, then wait a day")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Text, then wait a day")).to_be_visible()
    assert whats(setting) == ["Never phone", "A quiet place"]


def test_every_page_fits_a_phone_and_breaks_no_rule_of_accessibility(
    setting: Setting, opened: Callable[..., Page], check_axe: Callable[[Page], None]
) -> None:
    first, refused = make_adjustments(setting.person, setting.nurse, [LONG_WORD, "Come to the house"])
    say_cannot_do(setting.person, refused.id, NotPossible(today(), "No car", LONG_WORD), setting.nurse)
    make_adjustment(setting.person, setting.nurse, "Sit by the door")
    note = make_note(setting.person, "Large print (24pt)")
    paths = [
        of(setting),
        of(setting, "/wording"),
        of(setting, "/order"),
        of(setting, f"/{first.id}"),
        of(setting, f"/{refused.id}"),
        of(setting, f"/{first.id}/edit"),
        of(setting, f"/{first.id}/behind"),
        of(setting, f"/{first.id}/cannot-do"),
        of(setting, f"/{first.id}/outcomes/new"),
        of(setting, f"/{first.id}/happened/reviewed"),
        f"/people/{setting.person.id}/notes/{note.id}/answer",
        f"/teams/{setting.team.id}/adjustments",
    ]
    for width in (320, 1280):
        page = opened(paths[0], viewport={"width": width, "height": 900})
        for path in paths:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            check_axe(page)
