"""What two members hold back for now is on no page and no paper of the person's side, nor of a carer's.

A new route is covered as soon as it is there.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from livingwell.careplans.actions import agree_to_hold_back, ask_to_hold_back, raise_consequence
from livingwell.careplans.commands import ConsequenceCommand, HoldBackCommand
from livingwell.careplans.models import CarePlan, ConsequenceArea, StatementKind, TargetKind
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.clock import today
from livingwell.identity.permissions import Permission
from livingwell.people.models import Topic
from livingwell.web.guards import access_of
from tests.factories.careplans import make_agreed, make_goal, make_statement, make_step, make_suggestion
from tests.factories.identity import actor_for, make_account, sign_in
from tests.factories.people import make_carer_account, make_own_account
from tests.factories.routes import World, address_of, plan_in

CANARY = "kingfisher"


def lines_to_hold(plan: CarePlan, world: World) -> Iterator[tuple[TargetKind, UUID]]:
    """One of each kind, with the word in it; some of them answered, rated and suggested about before."""
    actor = world.actor
    need = make_statement(world.person, actor, f"To see the {CANARY}", StatementKind.NEED)
    yield TargetKind.STATEMENT, need.id
    goal = make_goal(plan, actor, f"Look for the {CANARY}", need_id=need.id, why_it_matters=f"A {CANARY} is blue")
    make_suggestion(plan, goal, f"Look for the {CANARY} on Sundays", actor)
    yield TargetKind.GOAL, goal.id
    step = make_step(plan.goals[0], actor, f"Ask where the {CANARY} nests")
    yield TargetKind.STEP, step.id
    told = ConsequenceCommand(ConsequenceArea.TRAVEL, f"A {CANARY} is far away")
    yield TargetKind.CONSEQUENCE, raise_consequence(plan, told, actor).id


def hold_all_back(world: World) -> None:
    """The person saw and agreed to all of it before."""
    plan = plan_in(world)
    lines = list(lines_to_hold(plan, world))
    make_agreed(plan, world.actor)
    jo = actor_for(make_account("Jo Brennan", team=world.team), world.team)
    for kind, line_id in lines:
        told = HoldBackCommand(kind, line_id, f"The {CANARY} waits until Friday", _in_a_week(), f"The {CANARY} harms")
        held = current_plan(world.person.id)
        assert held is not None
        agree_to_hold_back(held, ask_to_hold_back(held, told, world.actor), jo)


def _in_a_week() -> date:
    return today() + timedelta(days=7)


@pytest.fixture
def world(app: Flask) -> World:
    world = World.make()
    hold_all_back(world)
    return world


def pages_for(app: Flask, permission: Permission) -> list[Rule]:
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return [
        rule for rule in rules if getattr(access_of(app.view_functions[rule.endpoint]), "permission", 0) is permission
    ]


def that_tell(client: FlaskClient, rules: list[Rule], world: World) -> list[str]:
    return [rule.rule for rule in rules if CANARY.encode() in client.get(address_of(rule, world)).data]


def test_no_page_of_the_person_tells_it(app: Flask, world: World) -> None:
    client = app.test_client()
    sign_in(client, make_own_account(world.person))
    assert that_tell(client, pages_for(app, Permission.TAKE_PART), world) == []


def test_no_page_of_a_carer_tells_it(app: Flask, world: World) -> None:
    client = app.test_client()
    sign_in(client, make_carer_account(world.person, *Topic))
    assert that_tell(client, pages_for(app, Permission.SEE_AS_CARER), world) == []


def test_no_paper_tells_it_and_the_teams_page_does(app: Flask, world: World) -> None:
    client = app.test_client()
    sign_in(client, world.colleague)
    assert CANARY not in client.get(f"/people/{world.person.id}/pack/page").text
    assert CANARY in client.get(f"/people/{world.person.id}/plan").text
