"""Goals that the person keeps to themself, until they share them."""

from functools import wraps
from typing import Any
from uuid import UUID

from flask_login import current_user

from livingwell.careplans import actions
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.private_goals import private_goal_of, private_goals_of
from livingwell.drafts.kept import draft_of, once
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.own_goals import OwnGoalForm, ShareForm
from livingwell.portal.presenters.own_goals import own_goal
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import plan_of
from livingwell.web.guards import View, current_actor
from livingwell.web.page import page, see


def _alone(view: View) -> View:
    """Let nobody read a private goal over the person's shoulder: while somebody helps, these pages lead back."""

    @wraps(view)
    def guarded(**values: Any) -> Any:
        return see("portal.list_own_goals") if current_user.helped_by else view(**values)

    return guarded


@portal.get("/my/goals")
@own_door
def list_own_goals(person: Person) -> Any:
    """All of them, and what was shared. While somebody helps, none is shown."""
    if current_user.helped_by:
        return page("portal/own_goals/not_now.html")
    goals = [own_goal(each) for each in private_goals_of(current_actor(), person.id)]
    return page("portal/own_goals/list_own_goals.html", goals=goals, can_share=current_plan(person.id) is not None)


@portal.route("/my/goals/new", methods=["GET", "POST"])
@own_door
@_alone
def new_own_goal(person: Person) -> Any:
    """A goal that nobody else is told of."""
    form = OwnGoalForm()
    draft = draft_of(form, "my_own_goal", person.id)
    if saved(form, draft, lambda: _keep(person, form)):
        return see("portal.list_own_goals", said=_("Your goal is saved. Only you can see it."))
    return form_page("portal/own_goals/edit_own_goal.html", form, draft, is_shared=False)


@portal.route("/my/goals/<uuid:own_goal_id>", methods=["GET", "POST"])
@own_door
@_alone
def edit_own_goal(person: Person, own_goal_id: UUID) -> Any:
    """The same in other words."""
    goal = private_goal_of(current_actor(), person.id, own_goal_id)
    form = OwnGoalForm(obj=goal)
    draft = draft_of(form, "my_own_goal", person.id, own_goal_id)
    is_shared = goal.is_shared
    if saved(form, draft, lambda: _change(person, own_goal_id, form)):
        return see("portal.list_own_goals", said=_("Your goal is saved. Only you can see it."))
    return form_page("portal/own_goals/edit_own_goal.html", form, draft, is_shared=is_shared)


@portal.route("/my/goals/<uuid:own_goal_id>/sharing", methods=["GET", "POST"])
@own_door
@_alone
def share_own_goal(person: Person, own_goal_id: UUID) -> Any:
    """Suggest it to the team, in the person's own words."""
    goal = own_goal(private_goal_of(current_actor(), person.id, own_goal_id))
    plan = plan_of(person)
    form = ShareForm()
    draft = draft_of(form, "my_sharing", person.id, own_goal_id)
    actor = current_actor()
    if saved(form, draft, lambda: actions.share_private_goal(person.id, plan, own_goal_id, form.reason, actor)):
        return see("portal.list_ideas", said=_("Your goal is with your team, in your words. They will answer."))
    return form_page("portal/own_goals/share_own_goal.html", form, draft, goal=goal)


@portal.post("/my/goals/<uuid:own_goal_id>/removal")
@own_door
@_alone
def throw_own_goal_away(person: Person, own_goal_id: UUID) -> Any:
    """Gone for good."""
    was_shared = private_goal_of(current_actor(), person.id, own_goal_id).is_shared
    once(actions.throw_private_goal_away, person.id, own_goal_id, current_actor())
    still = _("It is gone from here. Your team still has the words that you shared.")
    return see("portal.list_own_goals", said=still if was_shared else _("Your goal is gone."))


def _keep(person: Person, form: OwnGoalForm) -> Any:
    return actions.keep_private_goal(person.id, form.words.data, form.notes.data or "", current_actor())


def _change(person: Person, goal_id: UUID, form: OwnGoalForm) -> None:
    actions.change_private_goal(
        person.id, goal_id, form.words.data, form.notes.data or "", form.version(), current_actor()
    )
