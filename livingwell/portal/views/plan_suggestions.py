"""Ideas for the plan: the person's own for a goal or a step, and their answers to the team's."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.models import Suggestion, TargetKind
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.plan import SuggestionForm, YesNoForm
from livingwell.portal.presenters.suggestions import idea_of
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.plan_finding import goal_of, plan_of, suggestion_of
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@portal.route("/my/plan/goals/new", methods=["GET", "POST"])
@own_door
def suggest_goal(person: Person) -> Any:
    """A goal that the person would like in the plan."""
    plan = plan_of(person)
    form = SuggestionForm()
    draft = draft_of(form, "my_goal", person.id)
    if saved(form, draft, lambda: actions.make_suggestion(plan, form.addition(TargetKind.PLAN), current_actor())):
        return see("portal.list_ideas", said=_("Your goal is with your team. They will answer."))
    return form_page("portal/plan/suggest_goal.html", form, draft)


@portal.route("/my/plan/goals/<uuid:goal_id>/steps/new", methods=["GET", "POST"])
@own_door
def suggest_step(person: Person, goal_id: UUID) -> Any:
    """A step towards a goal."""
    plan = plan_of(person)
    goal = goal_of(plan, goal_id)
    words = goal.words
    form = SuggestionForm()
    draft = draft_of(form, "my_new_step", person.id, goal_id)
    actor = current_actor()
    if saved(form, draft, lambda: actions.make_suggestion(plan, form.addition(TargetKind.GOAL, goal_id), actor)):
        return see("portal.list_ideas", said=_("Your step is with your team. They will answer."))
    return form_page("portal/plan/suggest_step.html", form, draft, words=words, goal_id=goal_id)


@portal.route("/my/plan/goals/<uuid:goal_id>/answer", methods=["GET", "POST"])
@own_door
def answer_goal(person: Person, goal_id: UUID) -> Any:
    """Yes or no to a goal that the team suggests."""
    goal = goal_of(plan_of(person), goal_id)
    words, by = goal.words, goal.suggested_by
    form = YesNoForm()
    draft = draft_of(form, "my_goal_answer", person.id, goal_id)
    actor = current_actor()
    if saved(form, draft, lambda: actions.answer_suggested_goal(goal, form.is_yes, form.reason, actor)):
        return see("portal.show_plan", said=_("Your answer is saved."))
    return form_page("portal/plan/answer_goal.html", form, draft, words=words, by=by)


@portal.route("/my/plan/ideas/<uuid:suggestion_id>", methods=["GET", "POST"])
@own_door
def answer_idea(person: Person, suggestion_id: UUID) -> Any:
    """Yes or no to what the team suggests, with why."""
    plan = plan_of(person)
    suggestion = suggestion_of(plan, suggestion_id)
    idea = idea_of(suggestion, as_the_person_sees(plan))
    form = YesNoForm()
    draft = draft_of(form, "my_idea_answer", person.id, suggestion_id)
    if saved(form, draft, lambda: _answer(suggestion, form)):
        return see("portal.list_ideas", said=_("Your answer is saved. Your team reads it."))
    if not idea.waits_for_me and not form.errors and not form.is_in_conflict:
        return see("portal.list_ideas")
    return form_page("portal/plan/answer_idea.html", form, draft, idea=idea)


def _answer(suggestion: Suggestion, form: YesNoForm) -> None:
    if suggestion.is_persons:
        raise NotFound
    if form.is_yes:
        actions.accept_suggestion(suggestion, current_actor(), why=form.reason)
    else:
        actions.decline_suggestion(suggestion, form.reason, current_actor())
