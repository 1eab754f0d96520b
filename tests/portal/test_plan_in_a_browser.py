"""My plan on an old phone without JavaScript: every page reads, fits, and does what it is for."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.careplans import actions
from livingwell.careplans.commands import HoldBackCommand
from livingwell.careplans.models import CarePlan, TargetKind
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.people.models import Person
from tests.factories.careplans import make_full_plan, make_goal, make_private_goal
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_own_account, make_person
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


@pytest.fixture
def amara(app: Flask) -> Person:
    """With a full plan, of which one goal is held back, and a goal of her own."""
    team = make_team()
    person = make_person(team=team)
    nurse, peer = (actor_for(make_account(name, team=team), team) for name in ("Priya Mistry", "Jo Brennan"))
    plan = make_full_plan(person, nurse)
    held = make_goal(plan, nurse, "Talk about the letter")
    told = HoldBackCommand(TargetKind.GOAL, held.id, "Not yet", today() + timedelta(days=9))
    actions.agree_to_hold_back(plan_of(person), actions.ask_to_hold_back(plan_of(person), told, nurse), peer)
    make_private_goal(person)
    return person


@pytest.fixture
def phone(app: Flask, new_context: NewContext, live_server: str, amara: Person) -> Page:
    account = make_own_account(amara)
    settle()
    context = new_context(**{**OLD_PHONE, "java_script_enabled": False})
    return sign_in_browser(app, context, live_server, account).new_page()


def plan_of(person: Person) -> CarePlan:
    plan = current_plan(person.id)
    assert plan is not None
    return plan


def test_a_goal_is_rated_in_two_presses(phone: Page, amara: Person) -> None:
    goal_id = plan_of(amara).goals[0].id
    settle()
    phone.goto(f"/my/plan/goals/{goal_id}/rating")
    phone.get_by_label("6", exact=True).check()
    phone.get_by_role("button", name="Save my number").click()
    expect(phone.get_by_text("Your number is saved.")).to_be_visible()
    settle()
    db.session.expire_all()
    assert [each.value for each in plan_of(amara).goals[0].ratings] == [6]


def test_no_is_said_to_one_line_with_why(phone: Page) -> None:
    phone.goto("/my/plan/answer")
    phone.get_by_role("link", name="Say no to one line only").click()
    phone.get_by_role("link", name="Ride two stops").click()
    phone.get_by_label("What isn’t right?").fill("Not on Mondays")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("Your no is saved")).to_be_visible()
    expect(phone.get_by_text("Goal 1, step 1: Not on Mondays")).to_be_visible()
    expect(phone.get_by_text("Something is held back here. Ask Priya Mistry.")).to_be_visible()


def test_every_page_of_the_plan_fits_the_phone(phone: Page, amara: Person) -> None:
    plan = plan_of(amara)
    goal, step, idea = plan.goals[0].id, plan.goals[0].steps[0].id, plan.suggestions[0].id
    settle()
    line = f"/my/plan/lines/goal/{goal}"
    pages = [
        *("/my/plan", f"/my/plan/goals/{goal}", f"/my/plan/goals/{goal}/rating", f"/my/plan/steps/{step}/progress"),
        *(line, f"{line}/words", f"{line}/leave-out", f"{line}/not-right", f"{line}/comment", "/my/plan/goals/new"),
        *(f"/my/plan/ideas/{idea}", "/my/plan/ideas", "/my/plan/answer", "/my/plan/answer/line", "/my/plan/versions"),
        *("/my/plan/print", "/my/safety-plan", "/my/goals", "/my/goals/new"),
    ]
    assert {path: wide for path in pages if (wide := too_wide(phone, path))} == {}


def too_wide(phone: Page, path: str) -> int:
    """By how many pixels the page is wider than the screen."""
    phone.goto(path)
    box = phone.locator("body").bounding_box()
    assert box is not None
    widths = [each.bounding_box() for each in phone.locator("main > *").all()]
    return max(0, *(round(each["x"] + each["width"]) - 360 for each in widths if each))


def test_the_plan_has_no_barrier(
    app: Flask, new_context: NewContext, live_server: str, amara: Person, check_axe: Callable[[Page], None]
) -> None:
    goal = plan_of(amara).goals[0].id
    account = make_own_account(amara)
    settle()
    page = sign_in_browser(app, new_context(**OLD_PHONE), live_server, account).new_page()
    for path in ("/my/plan", f"/my/plan/goals/{goal}", f"/my/plan/goals/{goal}/rating", "/my/plan/answer", "/my/goals"):
        page.goto(path)
        check_axe(page)
