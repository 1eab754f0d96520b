"""Two weeks after support ended: asked by text, answered by text, and a member sees who wants to come back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from livingwell.adjustments.models import Standing, Way
from livingwell.core.clock import now, running_from, today
from livingwell.people.models import Person
from tests.factories.contacts import tell_preferences
from tests.factories.identity import actor_for
from tests.factories.landing import make_chosen, make_last_key_worker, plan_checks
from tests.factories.letters import make_reachable
from tests.factories.people import make_own_account, make_person
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.at_a_phone import AtAPhone, texts_to
from tests.stories.conftest import Cast
from tests.stories.telling import Member, NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

NUMBER = "447700900123"


@pytest.fixture
def amara(cast: Cast) -> Person:
    """Her support ended two weeks ago today. She chose two places, and finds texts best. Jo was her key worker."""
    person, jo = make_person(team=cast.team), actor_for(cast.jo, cast.team)
    make_reachable(person)
    with running_from(now() - timedelta(weeks=2)):
        make_last_key_worker(person, jo)
        tell_preferences(person, jo, {Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_WANTED})
        for place in ("Ancoats Photo Walks", "Salford Bikes"):
            make_chosen(person, jo, place)
        plan_checks(person, jo, on=today())
    settle()
    return person


def test_asked_by_text_answered_by_text_and_heard(
    app: Flask, cast: Cast, amara: Person, at_a_screen: Callable[..., Member], new_context: NewContext
) -> None:
    with texts_to(app) as texts:
        ten = now() + timedelta(minutes=20)  # nothing goes out by itself before that
        with running_from(ten):
            asked = texts.latest()
            assert "it’s Jo. Some weeks ago you chose Ancoats Photo Walks. Is it going well?" in asked
        with running_from(ten + timedelta(minutes=5)):
            texts.send_back(NUMBER, "3")
        with running_from(ten + timedelta(minutes=10)):
            assert texts.send_back(NUMBER, "back").startswith("Thank you, Amara. We will be in touch")
        jo_sees_it_on_today(at_a_screen(cast.jo), amara)


def test_on_her_own_page_one_question_at_a_time(
    app: Flask, cast: Cast, amara: Person, new_context: NewContext, live_server: str
) -> None:
    phone = AtAPhone(new_context, has_script=True)
    sign_in_browser(app, phone.page.context, live_server, make_own_account(amara))
    settle()
    phone.opens("/my")
    phone.goes_to("You chose Ancoats Photo Walks. How is it going?")
    phone.chooses("Yes, I have been, or it has begun")
    phone.presses("Carry on")
    phone.chooses("It is not going well")
    phone.presses("Send my answer")
    phone.writes("Does anything need to change?", "It is too loud for me.")
    phone.presses("Carry on")
    phone.sees("Would you like to come back?")
    phone.goes_to("Yes, show me how")
    phone.sees("How I can come back")


def jo_sees_it_on_today(jo: Member, amara: Person) -> None:
    jo.page.goto("/today")
    jo.goes_to(f"{amara.name} asks to come back")
    jo.sees("How Amara comes back")
    jo.page.goto(f"/people/{amara.id}/landing")
    jo.sees("It is not working")
    jo.page.goto("/today")
    jo.page.get_by_role("button", name="I have seen to it").first.click()
    jo.does_not_see(f"{amara.name} asks to come back")
