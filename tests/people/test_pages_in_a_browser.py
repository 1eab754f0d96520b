"""The pages about people on a wide and on a narrow screen: no violation that axe knows, and nothing cut off."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page

from livingwell.core.actor import Right
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession, Team
from livingwell.people.actions import episodes
from livingwell.people.actions.striking import strike
from livingwell.people.models import AllocationRole, Episode, Person
from tests.factories.identity import actor_for, make_account, make_team, new_session_token
from tests.factories.people import make_note, make_person

pytestmark = pytest.mark.browser
SCREENS = [1280, 320]


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Irwell")


@pytest.fixture
def lead(team: Team) -> Account:
    return make_account("Ruth Okafor", team=team, right=Right.TEAM_LEAD)


@pytest.fixture
def person(team: Team, lead: Account) -> Person:
    """Somebody with everything that a page can show."""
    actor = actor_for(lead, team, Right.TEAM_LEAD)
    person = make_person(
        "Amara", "Osei-Wetherington-Featherstonehaugh", given_name="Amarachi", team=team, nhs_number="9990000018",
        number_to_check="number shared in the file: check",
    )  # fmt: skip
    make_note(person, "Text only, NEVER phone. Allow a day to answer.")
    strike(make_note(person, "Hard of hearing"), "This was about her sister", actor)
    episode = db.session.scalars(db.select(Episode)).one()
    peer = make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team)
    chosen = {AllocationRole.KEY_WORKER: lead.id, AllocationRole.PEER: peer.id}
    episodes.allocate_workers(episode, chosen, actor)
    make_person("Lee", "Carr", team=team, is_accepted=False, is_started=False)
    make_person("Amara", "Osei", team=make_team("Harbour"))
    return person


@pytest.fixture(params=SCREENS)
def screen(
    request: pytest.FixtureRequest,
    app: Flask,
    live_server: str,
    new_context: Callable[..., BrowserContext],
    lead: Account,
) -> Page:
    """A browser of this width where the lead is signed in."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = new_session_token(lead), True
    context = new_context(viewport={"width": request.param, "height": 800})
    cookie = client.get_cookie("session")
    context.add_cookies([{"name": "session", "value": cookie.value if cookie else "", "url": live_server}])
    return context.new_page()


def look(screen: Page, check_axe: Callable[[Page], None]) -> None:
    check_axe(screen)
    assert screen.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_every_page(screen: Page, person: Person, check_axe: Callable[[Page], None]) -> None:
    episode = db.session.scalars(db.select(Episode).where(Episode.person_id == person.id)).one()
    about = f"/people/{person.id}"
    pages = [
        "",
        "/details",
        f"/episodes/{episode.id}/workers",
        f"/episodes/{episode.id}/error",
        "/limit",
        "/own-record",
    ]
    for path in ["/people", "/people?show=referred", "/people/known", *(about + page for page in pages)]:
        screen.goto(path)
        look(screen, check_axe)


def test_searching_from_any_page(screen: Page, person: Person, check_axe: Callable[[Page], None]) -> None:
    screen.goto("/people/known")
    screen.get_by_label("Find a person by name").fill("osei w")
    screen.keyboard.press("Enter")
    screen.get_by_role("link", name="Amara Osei-Wetherington").wait_for()
    assert "osei" not in screen.url.lower() + screen.title().lower()
    look(screen, check_axe)


def test_registering_somebody_who_may_be_known(screen: Page, person: Person, check_axe: Callable[[Page], None]) -> None:
    screen.goto("/people/new")
    look(screen, check_axe)
    screen.get_by_label("Preferred name").fill("Amara")
    screen.get_by_label("Family name").fill("Osei")
    screen.get_by_role("button", name="Register").click()
    screen.get_by_role("heading", name="There is a problem").wait_for()
    look(screen, check_axe)
    for name, value in {"born_on": (14, 3, 1997), "referred_on": (1, 6, 2026)}.items():
        for part, number in zip(("day", "month", "year"), value, strict=True):
            screen.fill(f"#{name}-{part}", str(number))
    screen.get_by_role("textbox", name="NHS number", exact=True).fill("999 000 0018")
    screen.get_by_label("Who referred them").select_option("GP")
    screen.get_by_role("button", name="Register").click()
    screen.get_by_role("heading", name="They may be on record already").wait_for()
    look(screen, check_axe)
    screen.get_by_label("Ask first").check()
    screen.get_by_role("button", name="Go on").first.click()
    screen.get_by_text("No answer yet").wait_for()
    look(screen, check_axe)
