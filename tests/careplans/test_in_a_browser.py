"""Every page of the plan fits a phone and breaks no rule of accessibility."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, Page

from livingwell.careplans import actions
from livingwell.careplans.models import TargetKind
from livingwell.core.clock import today
from tests.factories.careplans import make_full_plan, make_goal, make_step, make_suggestion
from tests.factories.identity import sign_in
from tests.factories.setting import Setting

pytestmark = pytest.mark.browser


def test_pages_of_the_plan_fit_a_phone_and_have_no_violation(
    setting: Setting,
    client: FlaskClient,
    new_context: Callable[..., BrowserContext],
    check_axe: Callable[[Page], None],
) -> None:
    plan = make_full_plan(setting.person, setting.peer)
    goal = make_goal(plan, setting.nurse, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch " * 2)
    actions.rate_goal(goal, 4, today(), setting.nurse)
    step = make_step(goal, setting.nurse, in_the_way="Doppelhaushälftenbesitzerversammlungsprotokolle")
    make_suggestion(plan, step, "Another way to say it", setting.peer)
    sign_in(client, setting.priya)
    cookie = client.get_cookie("session")
    assert cookie is not None
    person = f"/people/{setting.person.id}"
    paths = [
        f"{person}/plan",
        f"{person}/plan/goals/{goal.id}",
        f"{person}/plan/goals/{goal.id}/ratings/new",
        f"{person}/plan/steps/{step.id}",
        f"{person}/plan/suggestions/new/{TargetKind.STEP}/{step.id}",
        f"{person}/plan/versions/1",
        f"{person}/plan/versions/1/answers/new",
        f"{person}/plan/cover",
        f"{person}/plan/turned",
        f"{person}/plan/print",
        f"{person}/plan/text",
        f"{person}/safety-plan",
        f"{person}/safety-plan/edit",
    ]
    for width in (320, 1280):
        context = new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto("/sign-in")
        context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
        for path in paths:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
            check_axe(page)
