"""The person's plan: the whole of it, one goal, every version, and on paper."""

from typing import Any
from uuid import UUID

from livingwell.careplans.models.seen import SeenPlan
from livingwell.careplans.models.snapshot import Snapshot
from livingwell.careplans.models.standing import Standing
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it, seen, version_as_the_person_sees_it
from livingwell.careplans.queries.versions import version_numbered, versions_of
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.commenting import comments_on
from livingwell.portal.presenters.agreement import my_answer, my_version
from livingwell.portal.presenters.plan import my_plan
from livingwell.portal.presenters.suggestions import ideas
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import plan_of
from livingwell.web.page import page


@portal.get("/my/plan")
@own_door
def show_plan(person: Person) -> Any:
    """The plan, the person's words first."""
    found = plan_as_the_person_sees_it(person.id, person.preferred_name)
    if found is None:
        return page("portal/plan/no_plan.html")
    shown = my_plan(found, comments_on(person.id), person.preferred_name)
    return page("portal/plan/show_plan.html", plan=shown, answer=my_answer(found))


@portal.get("/my/plan/goals/<uuid:goal_id>")
@own_door
def show_goal(person: Person, goal_id: UUID) -> Any:
    """One goal: its steps, and how its number has moved."""
    found = seen(plan_of(person), person.preferred_name)
    goal = my_plan(found, comments_on(person.id), person.preferred_name).goal(goal_id)
    if goal is None:
        raise NotFound
    return page("portal/plan/show_goal.html", goal=goal)


@portal.get("/my/plan/print")
@own_door
def print_plan(person: Person) -> Any:
    """The plan to keep, the way this person reads."""
    found = seen(plan_of(person), person.preferred_name)
    shown = my_plan(found, {}, person.preferred_name)
    return page(
        "portal/plan/print_plan.html", plan=shown, answer=my_answer(found), name=person.name, printed_on=today()
    )


@portal.get("/my/plan/versions")
@own_door
def list_versions(person: Person) -> Any:
    """Every version, and what the person said to it."""
    return page(
        "portal/plan/list_versions.html", versions=[my_version(each) for each in versions_of(plan_of(person).id)]
    )


@portal.get("/my/plan/versions/<int(max=99999):number>")
@own_door
def show_version(person: Person, number: int) -> Any:
    """One version, as the person saw it."""
    plan = plan_of(person)
    version = version_numbered(plan.id, number)
    then = _as_it_stood(plan.id, version_as_the_person_sees_it(plan, version))
    shown = my_plan(then, {}, person.preferred_name)
    return page("portal/plan/show_version.html", plan=shown, version=my_version(version))


@portal.get("/my/plan/ideas")
@own_door
def list_ideas(person: Person) -> Any:
    """What was suggested, by the person and to them, and what came of it."""
    found = seen(plan_of(person), person.preferred_name)
    return page("portal/plan/list_ideas.html", ideas=ideas(found.suggestions, found.snapshot))


def _as_it_stood(plan_id: UUID, snapshot: Snapshot) -> SeenPlan:
    return SeenPlan(plan_id, snapshot, suggestions=(), held=(), standing=Standing())
