"""The person's side on an old phone: what is chosen shows, nothing is too wide, and nothing ends without a warning."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.reading import KINDS
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession
from tests.factories.identity import make_team
from tests.factories.people import make_own_account, make_person
from tests.factories.readers import Readers, portal_pages
from tests.factories.routes import World, address_of, plan_in
from tests.harness.live_server import serving
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.pseudo import RIGHT_TO_LEFT
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

EVERY_CHOICE = [(name, str(value)) for name, kind in KINDS.items() for value in kind if value != "usual"]
TOGETHER = (
    "background=dark&size=large",
    "background=dark&contrast=strong&spacing=wide",
    "background=cream&contrast=soft&font=round",
    "layout=plain&size=larger&spacing=wider&contrast=strong",
)
LOOKS = {
    "size": "getComputedStyle(document.documentElement).fontSize",
    "spacing": "getComputedStyle(document.querySelector('main p')).letterSpacing",
    "font": "getComputedStyle(document.body).fontFamily",
    "background": "getComputedStyle(document.body).backgroundColor",
    "contrast": "getComputedStyle(document.body).color + getComputedStyle(document.querySelector('main a')).color",
    "motion": "getComputedStyle(document.documentElement).scrollBehavior",
    "layout": "getComputedStyle(document.querySelector('.card')).borderTopWidth",
}
"""What each choice says that it changes, as the browser shows it."""


@pytest.fixture
def phone(app: Flask, new_context: NewContext, live_server: str) -> Page:
    """Amara’s own phone, signed in."""
    account = make_own_account(make_person(team=make_team()))
    settle()
    return sign_in_browser(app, new_context(**OLD_PHONE), live_server, account).new_page()


def choose(page: Page, **chosen: str) -> None:
    told = "&".join(f"{name}={value}" for name, value in chosen.items())
    page.context.add_cookies([{"name": "reading", "value": told, "url": page.url}])
    page.goto("/my/reading")


def width_problem(page: Page) -> str:
    wide, there = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return f"{wide} wide on a screen of {there}" if wide > there else ""


@atomic()
def end_the_session() -> None:
    """As the server does by itself after an hour in which nobody did anything."""
    for session in db.session.scalars(select(LoginSession)):
        session.last_seen_at = now() - timedelta(minutes=61)


def test_each_choice_changes_what_it_says_and_axe_finds_nothing(phone: Page, check_axe: Callable[[Page], None]) -> None:
    phone.goto("/my/reading")
    usual = {name: phone.evaluate(look) for name, look in LOOKS.items()}
    for name, value in EVERY_CHOICE:
        choose(phone, **{name: value})
        assert phone.evaluate(LOOKS[name]) != usual[name], (name, value)
        assert width_problem(phone) == "", (name, value)
        check_axe(phone)


def test_choices_go_together(phone: Page, check_axe: Callable[[Page], None]) -> None:
    phone.goto("/my/reading")
    for background in KINDS["background"]:
        for contrast in ("soft", "strong"):
            choose(phone, background=background, contrast=contrast)
            check_axe(phone)
    choose(phone, size="largest", spacing="wider", font="broad", layout="plain")
    assert width_problem(phone) == ""
    check_axe(phone)


@pytest.mark.parametrize("chosen", TOGETHER)
def test_pages_with_everything_on_them_can_be_read_in_settings_that_go_together(
    app: Flask, new_context: NewContext, live_server: str, chosen: str, check_axe: Callable[[Page], None]
) -> None:
    world = World.make()
    plan_in(world)
    account = Readers(world).person
    settle()
    page = sign_in_browser(app, new_context(**OLD_PHONE), live_server, account).new_page()
    page.context.add_cookies([{"name": "reading", "value": chosen, "url": live_server}])
    for address in ("/my", "/my/plan", "/my/plan/answer", "/my/passport", "/my/people", "/my/who-looked"):
        assert page.goto(address).status == 200, address
        assert width_problem(page) == "", address
        check_axe(page)


def test_the_answers_to_each_question_look_like_what_they_offer(phone: Page, check_axe: Callable[[Page], None]) -> None:
    for name in KINDS:
        phone.goto(f"/my/reading/{name}")
        assert width_problem(phone) == "", name
        check_axe(phone)


def test_what_is_chosen_is_used_on_paper(phone: Page) -> None:
    phone.goto("/my/reading")
    usual = phone.evaluate(LOOKS["size"])
    choose(phone, size="larger", background="dark")
    phone.emulate_media(media="print")
    assert phone.evaluate(LOOKS["size"]) != usual
    assert phone.evaluate("getComputedStyle(document.body).color") == "rgb(33, 43, 50)"
    expect(phone.get_by_role("link", name="How I read")).to_be_hidden()


def test_a_warning_comes_in_time_and_one_press_stays(phone: Page, check_axe: Callable[[Page], None]) -> None:
    phone.clock.install()
    phone.goto("/my")
    ask = phone.get_by_text("Do you need more time?")
    phone.clock.fast_forward(50 * 60_000)
    expect(ask).to_be_hidden()
    phone.clock.fast_forward(5 * 60_000)
    expect(ask).to_be_visible()
    check_axe(phone)
    phone.get_by_role("button", name="Yes, stay signed in").click()
    expect(ask).to_be_hidden()
    phone.clock.fast_forward(50 * 60_000)
    expect(ask).to_be_hidden()


def test_at_the_end_the_page_is_left_for_the_one_that_signs_in(phone: Page) -> None:
    phone.clock.install()
    phone.goto("/my")
    settle()
    end_the_session()
    phone.clock.fast_forward(61 * 60_000)
    phone.wait_for_url("**/*sign-in?next=**")


def test_without_scripts_one_press_stays_too(app: Flask, new_context: NewContext, live_server: str) -> None:
    account = make_own_account(make_person(team=make_team()))
    settle()
    context = sign_in_browser(app, new_context(java_script_enabled=False, **OLD_PHONE), live_server, account)
    page = context.new_page()
    page.goto("/my")
    with context.expect_page() as opened:
        page.get_by_role("link", name="Stay longer (opens in a new tab)").click()
    expect(opened.value.get_by_text("You can close this page now")).to_be_visible()


def test_no_page_is_too_wide_from_right_to_left_in_the_largest_letters(
    app: Flask, translated: Flask, new_context: NewContext
) -> None:
    world = World.make()
    readers, pages, problems = Readers(world), {}, {}
    with serving(translated) as url:
        for rule in portal_pages(app):
            address, account = address_of(rule, world), readers.of(rule)
            answer = readers.visit(translated, rule).get(address)
            if answer.status_code != 200 or answer.mimetype != "text/html" or "portal.css" not in answer.text:
                continue
            if account not in pages:
                pages[account] = a_phone(translated, new_context, url, account)
            pages[account].goto(address)
            assert pages[account].evaluate("document.documentElement.dir") == "rtl"
            if problem := width_problem(pages[account]):
                problems[rule.rule] = problem
    assert problems == {}


def a_phone(app: Flask, new_context: NewContext, url: str, account: Account | None) -> Page:
    """A browser that reads from right to left, in the largest letters."""
    context = new_context(base_url=url, **OLD_PHONE)
    if account is not None:
        sign_in_browser(app, context, url, account)
    context.add_cookies([{"name": "reading", "value": f"size=largest&language={RIGHT_TO_LEFT}", "url": url}])
    return context.new_page()
