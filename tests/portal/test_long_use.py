"""After years of use every page of the person's side asks the database no more often than at the start.

On SQLite alone: the number of statements is the same on both databases.
"""

from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.routing import Rule

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.careplans.models import CarePlan
from livingwell.careplans.queries.plans import current_plan
from livingwell.contacts.models import AsAsked, Contact, ContactKind, Outcome
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival
from tests.factories.careplans import make_goal, make_step
from tests.factories.identity import actor_for
from tests.factories.readers import Readers, is_for_strangers, portal_pages
from tests.factories.routes import World, address_of, plan_in
from tests.harness.session import settle
from tests.harness.statements import counted

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")

GOALS, CONTACTS, ARRIVALS = 40, 500, 200


def own_pages(app: Flask, world: World) -> list[tuple[Rule, str]]:
    """The address of each page, made before any is opened, so that everything is there that pages show."""
    return [(rule, address_of(rule, world)) for rule in portal_pages(app) if not is_for_strangers(rule)]


def statements_of(app: Flask, world: World, pages: list[tuple[Rule, str]]) -> dict[str, int]:
    """How many each page takes that whoever it is for is shown."""
    readers, found = Readers(world), {}
    for rule, address in pages:
        client = readers.visit(app, rule)
        client.get(address)  # the first time fills what is kept for all requests
        with counted(app) as statements:
            answer = client.get(address)
        if answer.status_code == 200:
            found[rule.rule] = len(statements)
    return found


def test_years_of_use_take_no_more_statements(app: Flask) -> None:
    world = World.make()
    plan = plan_in(world)
    pages = own_pages(app, world)
    before = statements_of(app, world, pages)
    live_for_years(world, plan)

    after = statements_of(app, world, pages)
    assert {"/my", "/my/plan", "/my/messages", "/for/<uuid:person_id>/appointments"} <= after.keys()
    assert {page: (before[page], count) for page, count in after.items() if count > before.get(page, count)} == {}


def live_for_years(world: World, plan: CarePlan) -> None:
    for number in range(GOALS):
        plan = current_plan(world.person.id) or plan
        make_step(make_goal(plan, world.actor, f"Goal {number}"), world.actor, f"Step of {number}")
    add_contacts_and_arrivals(world)
    settle()


@atomic()
def add_contacts_and_arrivals(world: World) -> None:
    for number in range(CONTACTS):
        at = now() - timedelta(days=2 * number + 1)
        row = {"kind": ContactKind.ATTEMPT, "at": at, "outcome_at": at, "way": Way.TEXT, "outcome": Outcome.REPLIED}
        people = {"made_by_id": world.colleague.id, "recorded_by_id": world.colleague.id}
        db.session.add(Contact(person_id=world.person.id, as_asked=AsAsked.AS_ASKED, **row, **people))
    herself = actor_for(Readers(world).person)
    for number in range(ARRIVALS):
        note_arrival(world.person.id, "message", f"Message {number}", herself)
    record("live_for_years", the_system("tests"), world.person.id)
