"""A plan loads in the same number of statements, however long it is."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from livingwell.careplans import actions
from livingwell.careplans.models import CarePlan
from livingwell.careplans.models.snapshot import snapshot_of
from livingwell.careplans.queries.plans import current_plan, what_matters
from livingwell.careplans.queries.versions import changes_since
from livingwell.core.clock import today
from livingwell.extensions import db
from tests.factories.careplans import make_agreed, make_goal, make_statement, make_step, make_suggestion
from tests.factories.setting import Setting

Counting = Callable[[], AbstractContextManager[list[str]]]


def read(setting: Setting) -> None:
    """What the plan's page reads of the plan."""
    person_id = setting.person.id
    db.session.expire_all()
    plan = current_plan(person_id)
    assert plan is not None
    snapshot_of(plan)
    changes_since(plan, "Amara")


def test_a_plan_and_its_standing_take_eight_statements_with_one_goal_or_forty(
    setting: Setting, plan: CarePlan, count_statements: Counting
) -> None:
    goal = make_goal(plan, setting.nurse)
    actions.rate_goal(goal, 3, today(), setting.nurse)
    make_step(goal, setting.nurse)
    make_agreed(plan, setting.peer)
    with count_statements() as few:
        read(setting)
    for number in range(39):
        make_step(make_goal(plan, setting.nurse, f"Goal {number}"), setting.nurse)
    make_suggestion(plan, None, "Another", setting.peer)
    with count_statements() as many:
        read(setting)
    assert len(few) == len(many) == 8


def test_what_matters_is_the_statement_that_stands(setting: Setting, plan: CarePlan) -> None:
    make_statement(setting.person, setting.peer, "My sister")
    found = what_matters(setting.person.id)
    assert found is not None
    assert found.words == "My sister"


def test_what_was_struck_out_leaves_the_plan(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, is_rated=True)
    make_agreed(plan, setting.nurse)
    actions.strike_line(goal, "Written on the wrong person’s plan", setting.peer)
    found = current_plan(setting.person.id)
    assert found is not None
    assert found.goals == []
    (change,) = changes_since(found, "Amara").changes
    assert (change.difference.verb, change.change and change.change.written_by) == ("Taken out", "Jo Brennan")


def test_a_struck_goal_frees_its_place_and_keeps_its_number(setting: Setting, plan: CarePlan) -> None:
    first = make_goal(plan, setting.nurse, is_rated=True)
    actions.strike_line(first, "In error", setting.nurse)
    second = make_goal(plan, setting.nurse, "Another", is_rated=True)
    assert (second.number, second.rated_place) == (2, 1)
