"""The person's safety plan: to read, and to print."""

from typing import Any

from livingwell.careplans.queries.safety_plans import current_safety_plan
from livingwell.core.clock import today
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.presenters.safety_plan import my_safety_plan
from livingwell.portal.views.blueprint import portal
from livingwell.web.page import page


@portal.get("/my/safety-plan")
@own_door
def show_safety_plan(person: Person) -> Any:
    """The one that holds now."""
    plan = current_safety_plan(person.id)
    return page("portal/plan/show_safety_plan.html", plan=my_safety_plan(plan) if plan else None)


@portal.get("/my/safety-plan/print")
@own_door
def print_safety_plan(person: Person) -> Any:
    """The same on paper."""
    plan = current_safety_plan(person.id)
    shown = my_safety_plan(plan) if plan else None
    return page("portal/plan/print_safety_plan.html", plan=shown, name=person.name, printed_on=today())
