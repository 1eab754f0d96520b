"""The safety plan: one press from every page about the person."""

from typing import Any

from livingwell.careplans import actions
from livingwell.careplans.forms.safety import SafetyPlanForm
from livingwell.careplans.presenters.safety import safety_page
from livingwell.careplans.queries.safety_plans import current_safety_plan, safety_plans_of
from livingwell.careplans.views.blueprint import careplans
from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@careplans.get("/people/<uuid:person_id>/safety-plan")
@door(Permission.SEE_PLANS)
def show_safety_plan(person: Person) -> Any:
    """The one that holds now, or how to begin."""
    plan = current_safety_plan(person.id)
    shown = safety_page(plan, person.preferred_name, today()) if plan else None
    return page("careplans/show_safety_plan.html", plan=shown)


@careplans.get("/people/<uuid:person_id>/safety-plan/print")
@door(Permission.SEE_PLANS)
def print_safety_plan(person: Person) -> Any:
    """For the person to keep."""
    plan = current_safety_plan(person.id)
    shown = safety_page(plan, person.preferred_name, today()) if plan else None
    return page("careplans/print_safety_plan.html", plan=shown, printed_on=today())


@careplans.get("/people/<uuid:person_id>/safety-plan/versions")
@door(Permission.SEE_PLANS)
def list_safety_plans(person: Person) -> Any:
    """Every version, the newest first."""
    plans = [safety_page(each, person.preferred_name, today()) for each in safety_plans_of(person.id)]
    return page("careplans/list_safety_plans.html", plans=plans)


@careplans.route("/people/<uuid:person_id>/safety-plan/edit", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_safety_plan(person: Person) -> Any:
    """Write it with the person. Saving makes the next version."""
    plan = current_safety_plan(person.id)
    form = SafetyPlanForm(name=person.preferred_name, obj=plan, row_version=plan.number if plan else None)
    draft = draft_of(form, "edit_safety_plan", person.id)
    if saved(form, draft, lambda: actions.save_safety_plan(person, form.command(), current_actor())):
        return see("careplans.show_safety_plan", said="The safety plan is saved.", person_id=person.id)
    return form_page("careplans/edit_safety_plan.html", form, draft)
