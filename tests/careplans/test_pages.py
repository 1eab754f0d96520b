"""The pages of the plan: what they show, what they take, and what they refuse."""

from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from livingwell.careplans import actions
from livingwell.careplans.commands import ConsequenceCommand, GoalStatusCommand, SafetyPlanCommand
from livingwell.careplans.models import (
    CarePlan,
    Consequence,
    ConsequenceArea,
    Goal,
    GoalState,
    PlanVersion,
    Statement,
    StatementKind,
    Step,
    Suggestion,
)
from livingwell.core.clock import today
from tests.careplans.conftest import Setting
from tests.factories.careplans import (
    make_agreed,
    make_goal,
    make_plan,
    make_statement,
    make_step,
    make_suggestion,
)
from tests.factories.identity import sign_in


@dataclass
class Full:
    """A plan with something of everything."""

    setting: Setting
    plan: CarePlan
    goal: Goal
    step: Step
    need: Statement
    suggestion: Suggestion
    consequence: Consequence
    version: PlanVersion

    def path(self, rest: str = "") -> str:
        return f"/people/{self.setting.person.id}/plan{rest}"


@pytest.fixture
def full(setting: Setting, client: FlaskClient) -> Full:
    nurse, peer, person = setting.nurse, setting.peer, setting.person
    plan = make_plan(person, nurse)
    make_statement(person, peer, "I notice things.", StatementKind.GOOD_AT)
    make_statement(person, peer, "The library group.", StatementKind.WHERE_NEXT)
    need = make_statement(person, peer, "Rest I can count on", StatementKind.NEED)
    goal = make_goal(plan, nurse, is_rated=True, baseline=1, said_on=today() - timedelta(days=30))
    actions.rate_goal(goal, 5, today() - timedelta(days=2), peer)
    step = make_step(goal, nurse, in_the_way="The tram is full", then_we="Let it go")
    over = make_goal(plan, nurse, "Sleep")
    actions.set_goal_status(over, GoalStatusCommand(GoalState.LET_GO, "It is fine now"), nurse)
    consequence = actions.raise_consequence(plan, ConsequenceCommand(ConsequenceArea.TRAVEL, "A travel pass"), peer)
    version = make_agreed(plan, peer)
    actions.sign_off(version, nurse)
    make_step(goal, nurse, "Ask for a free travel pass")
    suggestion = make_suggestion(plan, goal, "Take the tram once a week", peer)
    actions.save_safety_plan(person, SafetyPlanCommand("Crowds", what_helps="Headphones"), nurse)
    sign_in(client, setting.priya)
    return Full(setting, plan, goal, step, need, suggestion, consequence, version)


def text_of(response: TestResponse) -> str:
    return unescape(response.get_data(as_text=True))


def paths(full: Full) -> list[str]:
    """Every page about the plan that is opened by a link."""
    return [
        full.path(rest)
        for rest in (
            "",
            "/words/matters",
            "/words/good_at",
            "/words/where_next",
            "/needs/new",
            f"/needs/{full.need.id}",
            "/review",
            "/goals/new",
            f"/goals/{full.goal.id}",
            f"/goals/{full.goal.id}/statuses/new",
            f"/goals/{full.goal.id}/ratings/new",
            f"/goals/{full.goal.id}/steps/new",
            f"/steps/{full.step.id}",
            f"/steps/{full.step.id}/statuses/new",
            "/consequences/new",
            f"/consequences/{full.consequence.id}",
            f"/consequences/{full.consequence.id}/talk",
            "/suggestions/new/plan",
            f"/suggestions/new/goal/{full.goal.id}",
            f"/suggestions/new/step/{full.step.id}",
            f"/suggestions/{full.suggestion.id}/acceptance",
            f"/suggestions/{full.suggestion.id}/declining",
            "/versions",
            "/versions/1",
            "/versions/1/answers/new",
            "/changes",
            "/cover",
            "/turned",
            "/print",
            "/text",
            f"/struck/goal/{full.goal.id}",
        )
    ] + [f"/people/{full.setting.person.id}/safety-plan{rest}" for rest in ("", "/edit", "/print", "/versions")]


def test_every_page_opens(full: Full, client: FlaskClient) -> None:
    for path in paths(full):
        assert client.get(path).status_code == 200, path


def test_every_page_is_as_good_as_absent_for_a_stranger(full: Full, client: FlaskClient) -> None:
    stranger = client.application.test_client()
    sign_in(stranger, full.setting.outsider)
    for path in paths(full):
        assert stranger.get(path).status_code == 404, path
