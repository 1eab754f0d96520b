"""What is typed is kept: when signing out, when a server falls over or a connection is lost, beside another's words."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Locator, expect

from livingwell.extensions import db
from tests.factories.careplans import make_goal, make_plan
from tests.factories.discussions import Room, address
from tests.harness.application import build_app
from tests.harness.live_server import serving
from tests.harness.session import settle
from tests.stories.telling import LIVE, Member

pytestmark = pytest.mark.browser

AtAScreen = Callable[..., Member]
WORDS = "She texted: the calls at work are what makes it unbearable"
RECONNECTING = 20_000
"""How long the page may wait before it tries again."""


@pytest.fixture
def jo(room: Room, at_a_screen: AtAScreen) -> Member:
    """Jo, at the discussion of Amara."""
    jo = at_a_screen(room.jo)
    jo.page.goto(address(room))
    return jo


def view_of(member: Member) -> Locator:
    return member.add_view.get_by_label("Add your view")


def is_told(member: Member, words: str, timeout: int = LIVE) -> None:
    """What the form says about what was typed, and the top of the page with it."""
    for place in ("[data-saved]", "[data-saved-page]"):
        scope = member.add_view if place == "[data-saved]" else member.page
        expect(scope.locator(f"{place} [data-saved-words]")).to_contain_text(words, timeout=timeout)


def test_signing_out_keeps_it(room: Room, jo: Member) -> None:
    view_of(jo).fill(WORDS)
    is_told(jo, "Saved at")
    jo.presses("Sign out")
    jo.signs_in()
    jo.page.goto(address(room))
    expect(view_of(jo)).to_have_value(WORDS)
    expect(jo.add_view).to_contain_text("Draft, kept at")

    jo.presses("Add to the round", jo.add_view)
    expect(jo.round).to_contain_text(WORDS)
    jo.page.goto(address(room))
    expect(view_of(jo)).to_have_value("")


def test_a_server_that_falls_over_and_comes_back_keeps_it(
    app: Flask, room: Room, at_a_screen: AtAScreen, browser_errors: list[str]
) -> None:
    with serving(app) as url:
        jo = at_a_screen(room.jo, base_url=url)
        jo.page.goto(address(room))
        view_of(jo).fill(WORDS)
        is_told(jo, "Saved at")
    view_of(jo).press_sequentially(", and her manager rings too")
    is_told(jo, "No connection. Not saved yet")

    restarted = build_app(app.config["SQLALCHEMY_DATABASE_URI"])
    with serving(restarted, port=urlsplit(url).port or 0):
        is_told(jo, "Saved at", timeout=RECONNECTING)
        second = jo.page.context.new_page()
        second.goto(address(room))
        expect(second.get_by_label("Add your view")).to_have_value(f"{WORDS}, and her manager rings too")
        jo.page.context.close()
    with restarted.app_context():
        db.engine.dispose()
    browser_errors.clear()


def test_a_lost_connection_is_said_and_made_up_for(jo: Member, browser_errors: list[str]) -> None:
    jo.page.wait_for_load_state("networkidle")
    jo.page.context.set_offline(True)
    view_of(jo).fill(WORDS)
    is_told(jo, "No connection. Not saved yet")
    jo.presses("Add to the round", jo.add_view)
    expect(view_of(jo)).to_have_value(WORDS)
    is_told(jo, "No connection. Not saved yet")

    jo.page.context.set_offline(False)
    is_told(jo, "Saved at", timeout=RECONNECTING)
    jo.presses("Add to the round", jo.add_view)
    expect(jo.round).to_contain_text(WORDS)
    browser_errors.clear()


def test_a_second_tab_shows_both_texts(room: Room, jo: Member, browser_errors: list[str]) -> None:
    second = jo.page.context.new_page()
    second.goto(address(room))
    view_of(jo).fill(WORDS)
    is_told(jo, "Saved at")
    second.get_by_label("Add your view").fill("From the other tab")
    expect(second.locator(".lw-other-tab")).to_contain_text(WORDS)
    expect(second.get_by_label("Add your view")).to_have_value("From the other tab")
    second.get_by_role("button", name="Use the other tab’s text instead").click()
    expect(second.get_by_label("Add your view")).to_have_value(WORDS)
    browser_errors.clear()


def test_two_people_saving_the_same_goal_see_both_texts_and_choose(
    room: Room, at_a_screen: AtAScreen, browser_errors: list[str]
) -> None:
    goal = make_goal(make_plan(room.amara, room.peer), room.peer, "Get the tram on my own", suggested_by="")
    settle()
    jo, priya = at_a_screen(room.jo), at_a_screen(room.priya)
    for member in (jo, priya):
        member.page.goto(f"/people/{room.amara.id}/plan/goals/{goal.id}")
    for member, words in ((jo, "Take tram 8 into town on my own"), (priya, "Take the tram to town by myself")):
        member.writes("The goal, in Amara’s words", words)
        member.page.get_by_role("group", name="Has Amara said yes").get_by_label("Yes").check()
        member.page.get_by_label("How?").select_option(label="In person")
        member.presses("Save")

    priya.sees("Somebody else saved this first")
    priya.sees("Jo Brennan saved it on")
    priya.sees("Take tram 8 into town on my own")
    expect(priya.page.get_by_label("Yours, to keep or change").first).to_have_value("Take the tram to town by myself")
    priya.presses("Save what stands in my boxes")
    priya.sees("Take the tram to town by myself")
    browser_errors.clear()
