"""Goals: new, changed, moved on and rated."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.goals import EditGoalForm, GoalStatusForm, NewGoalForm
from livingwell.careplans.forms.ratings import RatingForm
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import find, plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.dates import long_date
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@careplans.route("/people/<uuid:person_id>/plan/goals/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_goal(person: Person) -> Any:
    """A goal, in the person's words."""
    plan = plan_of(person)
    form = NewGoalForm(name=person.preferred_name)
    form.offer_needs(plan.needs)
    draft = draft_of(form, "new_goal", person.id)
    if saved(form, draft, lambda: actions.agree_goal(plan, form.command(), current_actor())):
        return back_to_plan(person, "The goal is in the plan.", "goals")
    return form_page("careplans/new_goal.html", form, draft)


@careplans.route("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_goal(person: Person, goal_id: UUID) -> Any:
    """What a goal says."""
    plan = plan_of(person)
    goal = find(plan.goals, goal_id)
    form = EditGoalForm(name=person.preferred_name, goal=goal)
    form.offer_needs(plan.needs)
    draft = draft_of(form, "edit_goal", person.id, goal_id)
    number, is_rated = goal.number, goal.is_rated
    if saved(form, draft, lambda: actions.reword_goal(goal, form.command(), current_actor())):
        return back_to_plan(person, f"Goal {number} is saved.", f"goal-{goal_id}")
    return form_page("careplans/edit_goal.html", form, draft, number=number, goal_id=goal_id, is_rated=is_rated)


@careplans.route("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>/statuses/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_goal_status(person: Person, goal_id: UUID) -> Any:
    """Where a goal stands from now on, and where it stood before."""
    goal = find(plan_of(person).goals, goal_id)
    form = GoalStatusForm(name=person.preferred_name, goal=goal)
    draft = draft_of(form, "new_goal_status", person.id, goal_id)
    number, words = goal.number, goal.words
    history = [
        (long_date(each.since_on), each.state.value.capitalize(), each.why, each.written_by) for each in goal.statuses
    ]
    if saved(form, draft, lambda: actions.set_goal_status(goal, form.command(), current_actor())):
        return back_to_plan(person, f"Goal {number} is saved.", "goals")
    return form_page("careplans/new_goal_status.html", form, draft, number=number, words=words, history=history)


@careplans.route("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>/ratings/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_rating(person: Person, goal_id: UUID) -> Any:
    """The person's own number for a goal, and the earlier ones."""
    goal = find(plan_of(person).goals, goal_id)
    form = RatingForm(name=person.preferred_name)
    number, words = goal.number, goal.words
    before = [(each.id, long_date(each.rated_on), each.value, each.written_by) for each in goal.ratings]
    if saved(form, None, lambda: actions.rate_goal(goal, form.number(), form.on.data, current_actor())):
        return back_to_plan(person, f"The rating of goal {number} is saved.", f"goal-{goal_id}")
    return form_page("careplans/new_rating.html", form, number=number, words=words, before=before)


@careplans.post("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>/place")
@door(Permission.CHANGE_PLANS)
def rate_from_now(person: Person, goal_id: UUID) -> Any:
    """Give the goal one of the three places where a goal is rated."""
    actions.start_rating(find(plan_of(person).goals, goal_id), current_actor())
    return back_to_plan(person, "This goal is rated from now on.", f"goal-{goal_id}")


@careplans.post("/people/<uuid:person_id>/plan/goals/<uuid:goal_id>/place/removal")
@door(Permission.CHANGE_PLANS)
def rate_no_more(person: Person, goal_id: UUID) -> Any:
    """Free the goal's place."""
    actions.stop_rating(find(plan_of(person).goals, goal_id), current_actor())
    return back_to_plan(person, "This goal is not rated any more. Its ratings stay.", f"goal-{goal_id}")
