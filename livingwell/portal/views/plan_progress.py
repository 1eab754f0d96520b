"""How it goes: the person rates a goal and ticks a step."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.drafts.kept import draft_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.plan import RatingForm, StepForm
from livingwell.portal.presenters.plan_words import last_said
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import goal_of, plan_of, step_of
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@portal.route("/my/plan/goals/<uuid:goal_id>/rating", methods=["GET", "POST"])
@own_door
def rate_goal(person: Person, goal_id: UUID) -> Any:
    """The person's own number, in two presses. Another one on the same day takes its place."""
    plan = plan_of(person)
    goal = goal_of(plan, goal_id)
    line = next(each for each in as_the_person_sees(plan).goals if each.id == str(goal_id))
    form = RatingForm()
    if saved(form, None, lambda: actions.rate_own_goal(goal, int(form.value.data), current_actor())):
        return see("portal.show_goal", said=_("Your number is saved."), goal_id=goal_id)
    return form_page("portal/plan/rate_goal.html", form, words=line.words, last=last_said(line.ratings))


@portal.route("/my/plan/steps/<uuid:step_id>/progress", methods=["GET", "POST"])
@own_door
def tick_step(person: Person, step_id: UUID) -> Any:
    """It is done, it has begun, or something got in the way: and what."""
    step = step_of(plan_of(person), step_id)
    form = StepForm()
    form.leave_out(step.state)
    draft = draft_of(form, "my_step", person.id, step_id)
    what, goal_id = step.what, step.goal_id
    if saved(form, draft, lambda: actions.set_step_status(step, form.command(), current_actor())):
        return see("portal.show_goal", said=_("It is saved."), goal_id=goal_id)
    return form_page("portal/plan/tick_step.html", form, draft, words=what, goal_id=goal_id)
