"""Steps: new, changed, and how they went."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.steps import StepForm, StepStatusForm
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import find, plan_of, steps_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.dates import long_date
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@careplans.route("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>/steps/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_step(person: Person, goal_id: UUID) -> Any:
    """A step towards a goal."""
    goal = find(plan_of(person).goals, goal_id)
    form = StepForm(name=person.preferred_name)
    form.offer_members(members_of_persons_teams(person.id))
    draft = draft_of(form, "new_step", person.id, goal_id)
    number, words = goal.number, goal.words
    if saved(form, draft, lambda: actions.add_step(goal, form.command(), current_actor())):
        return back_to_plan(person, f"The step is in goal {number}.", f"goal-{goal_id}")
    return form_page("careplans/new_step.html", form, draft, heading=f"A step towards goal {number}", words=words)


@careplans.route("/people/<uuid:person_id>/plan/steps/<uuid:step_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_step(person: Person, step_id: UUID) -> Any:
    """What a step says."""
    step = find(steps_of(plan_of(person)), step_id)
    form = StepForm(name=person.preferred_name, obj=step)
    form.offer_members(members_of_persons_teams(person.id))
    draft = draft_of(form, "edit_step", person.id, step_id)
    goal_id = step.goal_id
    if saved(form, draft, lambda: actions.change_step(step, form.command(), current_actor())):
        return back_to_plan(person, "The step is saved.", f"goal-{goal_id}")
    return form_page(
        "careplans/new_step.html", form, draft, heading="Change a step", words="", strike=("step", step_id)
    )


@careplans.route("/people/<uuid:person_id>/plan/steps/<uuid:step_id>/statuses/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_step_status(person: Person, step_id: UUID) -> Any:
    """How a step went."""
    step = find(steps_of(plan_of(person)), step_id)
    form = StepStatusForm(name=person.preferred_name)
    form.offer_states(step.state)
    draft = draft_of(form, "new_step_status", person.id, step_id)
    goal_id, what = step.goal_id, step.what
    history = [
        (long_date(each.since_on), each.state.value.capitalize(), each.why, each.written_by) for each in step.statuses
    ]
    if saved(form, draft, lambda: actions.set_step_status(step, form.command(), current_actor())):
        return back_to_plan(person, "The step is saved.", f"goal-{goal_id}")
    return form_page("careplans/new_step_status.html", form, draft, what=what, history=history)
