"""The core of the main job with JavaScript off, on a phone's screen."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import expect

from tests.factories.people import make_person
from tests.harness.session import settle
from tests.stories.conftest import TODAY, Cast
from tests.stories.telling import Member, fits

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def test_somebody_is_discussed_from_agenda_to_closing(
    app: Flask, cast: Cast, at_a_screen: Callable[..., Member]
) -> None:
    make_person("Amara", team=cast.team)
    settle()
    jo = at_a_screen(cast.jo, java_script_enabled=False, viewport=PHONE)

    jo.opens_meetings()
    jo.plans_meeting("Jo Brennan", "10am", "midday")
    fits(jo.page)
    jo.finds_and_adds("osei", "Amara Osei")
    fits(jo.page)
    jo.sets_question("Amara Osei", "Why did we lose touch?")
    jo.brings_line("Amara Osei", talk_about="The phone calls")
    jo.checks_in()
    jo.presses("Start with number 1")
    fits(jo.page)

    jo.adds_view("She told us in her first message that she cannot use the phone")
    jo.agrees_goal("Amara", "Get the tram into town on my own", "Getting out and about", baseline=2)
    jo.decides("Text, never call", jo, TODAY + timedelta(days=2), "She asked us to")
    fits(jo.page)
    jo.goes_to_closing()
    fits(jo.page)
    jo.closes("We will only text you from now on.", TODAY + timedelta(days=1), teller=jo)
    jo.sees("Closed. Everybody was discussed.")

    jo.goes_to("Minutes")
    fits(jo.page)
    expect(jo.page.get_by_role("row", name="Text, never call")).to_contain_text("Jo Brennan")
