"""Where next, on a phone and wide: every page fits, breaks no rule of accessibility, and works without a script."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from livingwell.directory.models import Feature
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.journeys.models import Choice, Destination, PointKind
from livingwell.journeys.queries.journeys import journey_now
from tests.factories.adjustments import make_adjustment, make_preferences
from tests.factories.directory import make_service, make_stale_service, say
from tests.factories.journeys import make_choice, make_destination, make_hope, make_point, ours_together
from tests.factories.people import make_own_account
from tests.factories.setting import Setting
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle

pytestmark = pytest.mark.browser

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
NewContext = Callable[..., BrowserContext]


@pytest.fixture
def cafe(setting: Setting) -> Destination:
    """A journey with something of everything; the option is a service of the directory."""
    person, nurse, peer = setting.person, setting.nurse, setting.peer
    make_preferences(person, nurse)
    make_adjustment(person, nurse, "Talk about trains first")
    make_hope(person, peer, "A week with people in it.", area=None)
    service = make_service("The Quiet Café")
    make_stale_service("The loud café")
    say(service, Feature.BOOK_BY_TEXT, peer)
    option = make_destination(person, peer, service_id=service.id, what="Wednesday afternoons")
    make_point(option, peer, "It is quiet after two.")
    make_point(option, peer, "The bus is full at nine.", PointKind.HARD)
    make_point(option, nurse, "Paid shifts may change a benefit.", PointKind.CONSEQUENCE, voice=ours_together())
    other = make_destination(person, nurse, f"The {LONG} group", voice=ours_together())
    make_choice(other, nurse, Choice.NO, why="Too far.")
    make_destination(person, nurse, "My cousin’s shop")
    return option


def signed_in(app: Flask, new_context: NewContext, live_server: str, who: Account, width: int) -> Page:
    context = new_context(viewport={"width": width, "height": 900}, java_script_enabled=True)
    return sign_in_browser(app, context, live_server, who).new_page()


@pytest.mark.parametrize("width", [320, 1280])
def test_members_pages_fit_and_have_no_violation(
    app: Flask,
    setting: Setting,
    cafe: Destination,
    new_context: NewContext,
    live_server: str,
    width: int,
    check_axe: Callable[[Page], None],
) -> None:
    option, point = cafe.id, cafe.id
    journey = journey_now(setting.person.id)
    assert journey is not None
    point, hope = journey.option(option).points[2].id, journey.current_hopes[0].id
    page = signed_in(app, new_context, live_server, setting.jo, width)
    for rest in (
        "",
        "/history",
        "/hopes/new",
        f"/hopes/{hope}",
        f"/hopes/{hope}/end",
        "/options/find",
        "/options/new",
        "/options/order",
        f"/options/{option}/answer",
        f"/options/{option}/add/hard",
        f"/options/{option}/points/{point}/talk",
        f"/options/{option}/drop",
    ):
        page.goto(f"/people/{setting.person.id}/where-next{rest}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (rest, width)
        check_axe(page)


def test_the_persons_pages_fit_a_phone_and_have_no_violation(
    app: Flask,
    setting: Setting,
    cafe: Destination,
    new_context: NewContext,
    live_server: str,
    check_axe: Callable[[Page], None],
) -> None:
    option = cafe.id
    page = signed_in(app, new_context, live_server, make_own_account(setting.person), 320)
    for rest in (
        "",
        "/hopes/new",
        "/options/new",
        "/order",
        f"/options/{option}",
        f"/options/{option}/add/consequence",
        f"/options/{option}/answer",
    ):
        page.goto(f"/my/onward{rest}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, rest
        check_axe(page)


def test_the_person_chooses_with_a_peer_beside_them_without_a_script(
    app: Flask, setting: Setting, cafe: Destination, new_context: NewContext, live_server: str
) -> None:
    own = make_own_account(setting.person)
    context = new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = sign_in_browser(app, context, live_server, own).new_page()
    page.goto("/my")
    page.get_by_role("link", name="Where next").click()
    page.get_by_role("link", name="The Quiet Café").click()
    expect(page.get_by_text("You asked not to be phoned.")).to_be_visible()
    page.get_by_role("link", name="Say yes, not now or no").click()
    page.get_by_label("Yes, I choose this").check()
    page.get_by_label("Why? You don’t have to say.").fill("I can walk there.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your answer is saved.")).to_be_visible()
    member = signed_in(app, new_context, live_server, setting.jo, 1280)
    member.goto(f"/people/{setting.person.id}/where-next")
    expect(member.get_by_text("“I can walk there.”").first).to_be_visible()
    expect(member.get_by_text("Chosen, and what it could mean is not talked through yet.")).to_be_visible()
    settle()
    db.session.expire_all()
    journey = journey_now(setting.person.id)
    assert journey is not None
    assert [each.is_persons for each in journey.option(cafe.id).choices] == [True]


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_on_the_watch_list_is_large_enough_for_a_finger(
    app: Flask, setting: Setting, new_context: NewContext, live_server: str, width: int
) -> None:
    page = signed_in(app, new_context, live_server, setting.jo, width)
    page.goto(f"/teams/{setting.team.id}/watch")
    presses = page.locator("main li .lw-row").locator("a, button")
    assert presses.count() == 2
    sizes = presses.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(sizes) >= 24
