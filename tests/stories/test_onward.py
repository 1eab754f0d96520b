"""The way on, from the plan's first week to the way back: each person at a screen of their own, with pages only."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import expect
from sqlalchemy import select

from livingwell.adjustments.models import Background, Standing, Way
from livingwell.careplans.actions import start_plan
from livingwell.contacts.models import Letter, LetterSending
from livingwell.core.clock import now, running_from
from livingwell.extensions import db
from livingwell.people.models import AllocationRole, Person
from tests.factories.contacts import tell_preferences
from tests.factories.identity import actor_for
from tests.factories.letters import make_reachable
from tests.factories.people import make_own_account, make_person
from tests.factories.worklist import support
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.at_a_phone import AtAPhone
from tests.stories.conftest import Cast
from tests.stories.telling import Member, NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

AtAScreen = Callable[..., Member]
AtHerPhone = Callable[[], AtAPhone]
HOPE = "I’d like the library group. People who read."
PLACE = "The reading group at the library"
TWELVE_WEEKS = timedelta(weeks=12)


@pytest.fixture
def amara(cast: Cast) -> Person:
    """Her plan began today. She reads letters, in 24 point on yellow, and texts."""
    person, priya, jo = (
        make_person(team=cast.team),
        actor_for(cast.priya, cast.team),
        actor_for(cast.jo, cast.team),
    )
    make_reachable(person)
    support(person, cast.priya, priya)
    support(person, cast.jo, jo, AllocationRole.PEER)
    ways = {Way.LETTER: Standing.BEST, Way.TEXT: Standing.FINE, Way.PHONE: Standing.NOT_WANTED}
    tell_preferences(person, priya, ways, font_points=24, background=Background.YELLOW)
    start_plan(person, jo)
    settle()
    return person


@pytest.fixture
def at_her_phone(app: Flask, amara: Person, new_context: NewContext, live_server: str) -> AtHerPhone:
    """Amara’s own phone, where she signs in each time."""
    account = make_own_account(amara)
    settle()

    def signed_in() -> AtAPhone:
        phone = AtAPhone(new_context, has_script=True)
        sign_in_browser(app, phone.page.context, live_server, account)
        return phone

    return signed_in


def test_planned_from_week_one_closed_in_her_format_and_back_with_one_press(
    cast: Cast, amara: Person, at_her_phone: AtHerPhone, at_a_screen: AtAScreen
) -> None:
    jo = at_a_screen(cast.jo)
    jo_writes_down_what_she_hopes_for(jo, amara)
    jo_adds_a_place_to_look_at(jo)
    she_chooses_it(at_her_phone())
    with running_from(now() + TWELVE_WEEKS):
        jo.signs_in()
        they_agree_the_way_back(jo, amara)
        support_ends(jo, amara)
        the_letter_is_as_she_reads(jo, amara)
    with running_from(now() + 2 * TWELVE_WEEKS):
        she_comes_back(at_her_phone())
        the_next_agenda_has_her(at_a_screen(cast.ruth), amara)


def jo_writes_down_what_she_hopes_for(jo: Member, amara: Person) -> None:
    jo.page.goto(f"/people/{amara.id}/plan")
    jo.goes_to("Where next")
    jo.goes_to("Write down what Amara hopes for")
    jo.writes("What does Amara hope for after this?", HOPE)
    they_are_her_words(jo)
    jo.presses("Save")
    jo.sees(HOPE)


def they_are_her_words(jo: Member) -> None:
    jo.page.get_by_label("Amara’s own words").check()
    jo.page.get_by_label("How did Amara say it?").select_option(label="In person")


def jo_adds_a_place_to_look_at(jo: Member) -> None:
    jo.goes_to("Add something else")
    jo.writes("What is it?", PLACE)
    jo.page.get_by_label("Ours together").check()
    jo.presses("Save")
    jo.sees("Amara has not said yet")


def she_chooses_it(phone: AtAPhone) -> None:
    phone.opens("/my")
    phone.goes_to("Where next")
    phone.sees(HOPE)
    phone.goes_to(PLACE)
    phone.goes_to("Say yes, not now or no")
    phone.chooses("Yes, I choose this")
    phone.presses("Save")
    phone.sees("Your answer is saved.")


def they_agree_the_way_back(jo: Member, amara: Person) -> None:
    jo.page.goto(f"/people/{amara.id}/way-back")
    jo.goes_to("Agree a way back")
    jo.writes("Whom does Amara reach?", "Jo Brennan")
    jo.page.get_by_label("In which way do we answer?").select_option(value="text")
    jo.presses("Save")
    jo.sees("The way back is saved.")


def support_ends(jo: Member, amara: Person) -> None:
    jo.page.goto(f"/people/{amara.id}/ending")
    jo.goes_to("Propose to end support")
    jo.page.get_by_label("Amara has reached what Amara wanted to reach").check()
    jo.writes("Why, in plain words", "You have your Wednesdays.")
    jo.presses("Propose it")
    jo.presses("End support")
    jo.sees("Support has ended")


def the_letter_is_as_she_reads(jo: Member, amara: Person) -> None:
    """In 24 point, on yellow, and as it was looked at: what is kept is what goes."""
    jo.page.goto(f"/people/{amara.id}/closing-letter")
    jo.goes_to("Write it")
    jo.sees("24 point")
    expect(jo.page.get_by_label("The letter")).to_have_value(re.compile(re.escape(PLACE)))
    jo.presses("Look at it")
    jo.sees("This is how it arrives")
    jo.presses("Send it")
    settle()
    [sending] = db.session.scalars(select(LetterSending).where(LetterSending.person_id == amara.id))
    letter = db.session.get_one(Letter, sending.letter_id)
    assert (letter.way, letter.font_points, letter.background) == (Way.LETTER, 24, Background.YELLOW)


def she_comes_back(phone: AtAPhone) -> None:
    phone.opens("/my")
    phone.goes_to("I want to come back")
    phone.writes("Do you want to tell us something?", "The group has stopped.")
    phone.presses("Yes, I want to come back")
    phone.sees("You are back")


def the_next_agenda_has_her(ruth: Member, amara: Person) -> None:
    """The old journey is there to go on from, and one press puts her on the agenda."""
    ruth.page.goto(f"/people/{amara.id}")
    ruth.sees("Came back on")
    ruth.opens_meetings()
    ruth.plans_meeting("Ruth", "9:30am", "11am")
    assert ruth.adds_proposed() == "Amara Osei"
