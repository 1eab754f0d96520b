"""Suggesting, and answering."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.steps import StepForm
from livingwell.careplans.forms.suggestions import AcceptForm, DeclineForm, SuggestionForm
from livingwell.careplans.models import CarePlan, Suggestion, SuggestionKind, TargetKind
from livingwell.careplans.models.differences import place_of, text_of
from livingwell.careplans.models.snapshot import snapshot_of
from livingwell.careplans.presenters.suggestions import SuggestionCard, suggestion_cards
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import find, plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.errors import Conflict, NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@careplans.route("/people/<uuid:person_id>/plan/suggestions/new", methods=["GET", "POST"])
@careplans.route(
    "/people/<uuid:person_id>/plan/suggestions/new/<target_kind>/<uuid:target_id>", methods=["GET", "POST"]
)
@door(Permission.CHANGE_PLANS)
def new_suggestion(person: Person, target_kind: str = TargetKind.PLAN, target_id: UUID | None = None) -> Any:
    """Words to put beside a line, or a goal to suggest."""
    plan = plan_of(person)
    kind, place, words = _target(plan, person, target_kind, target_id)
    form = SuggestionForm(name=person.preferred_name, target=kind)
    draft = draft_of(form, "new_suggestion", person.id, *([target_id] if target_id else []))
    if saved(form, draft, lambda: actions.make_suggestion(plan, form.command(target_id), current_actor())):
        return back_to_plan(person, "Your suggestion stands in the plan for another member to answer.")
    return form_page("careplans/new_suggestion.html", form, draft, place=place, words=words)


@careplans.route("/people/<uuid:person_id>/plan/suggestions/<uuid:suggestion_id>/acceptance", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def accept(person: Person, suggestion_id: UUID) -> Any:
    """Apply it: with the person's answer where the words are theirs, with who does it where it is a step."""
    plan = plan_of(person)
    suggestion, card = _suggestion(plan, person, suggestion_id)
    if card is None:
        return _answered(person, suggestion)
    if (suggestion.kind, suggestion.target_kind) == (SuggestionKind.ADDITION, TargetKind.GOAL):
        return _accept_step(person, suggestion, card)
    form = AcceptForm(name=person.preferred_name)
    if not card.needs_form:
        form.without_answer()
    draft = draft_of(form, "accept_suggestion", person.id, suggestion_id)
    answer = form.persons_answer if card.needs_form else lambda: None
    if saved(form, draft, lambda: actions.accept_suggestion(suggestion, current_actor(), answer())):
        return back_to_plan(person, f"Accepted. It is kept as {card.by}’s idea.", "goals")
    return form_page("careplans/accept.html", form, draft, card=card)


def _accept_step(person: Person, suggestion: Suggestion, card: SuggestionCard) -> Any:
    form = StepForm(name=person.preferred_name, what=suggestion.words)
    form.offer_members(members_of_persons_teams(person.id))
    draft = draft_of(form, "accept_step", person.id, suggestion.id)
    if saved(form, draft, lambda: actions.accept_suggestion(suggestion, current_actor(), step=form.command())):
        return back_to_plan(person, f"The step is in the plan. It is kept as {card.by}’s idea.", "goals")
    return form_page("careplans/new_step.html", form, draft, heading=f"A step suggested by {card.by}", words="")


@careplans.route("/people/<uuid:person_id>/plan/suggestions/<uuid:suggestion_id>/declining", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def decline(person: Person, suggestion_id: UUID) -> Any:
    """Say no, and why."""
    suggestion, card = _suggestion(plan_of(person), person, suggestion_id)
    if card is None:
        return _answered(person, suggestion)
    form = DeclineForm(name=person.preferred_name)
    draft = draft_of(form, "decline_suggestion", person.id, suggestion_id)
    if saved(form, draft, lambda: actions.decline_suggestion(suggestion, form.reason.data, current_actor())):
        return back_to_plan(person, "The suggestion is answered.")
    return form_page("careplans/decline.html", form, draft, card=card)


@careplans.post("/people/<uuid:person_id>/plan/suggestions/<uuid:suggestion_id>/meeting")
@door(Permission.CHANGE_PLANS)
def take_up_in_meeting(person: Person, suggestion_id: UUID) -> Any:
    """Leave it to the next meeting."""
    suggestion = find(plan_of(person).suggestions, suggestion_id)
    once(actions.take_to_meeting, suggestion, current_actor())
    return back_to_plan(person, "The suggestion goes to the next meeting.")


def _suggestion(plan: CarePlan, person: Person, suggestion_id: UUID) -> tuple[Suggestion, SuggestionCard | None]:
    """The suggestion, and its card while it waits for an answer."""
    suggestion = find(plan.suggestions, suggestion_id)
    cards = suggestion_cards([suggestion], snapshot_of(plan), person.preferred_name, current_actor().account_id)
    return suggestion, cards[0] if cards else None


def _answered(person: Person, suggestion: Suggestion) -> Any:
    """Back to the plan for whoever answered it, perhaps by a double press. Anybody else is told who was quicker."""
    answer = suggestion.answer
    if answer is not None and answer.written_by_id == current_actor().account_id:
        return back_to_plan(person, "The suggestion is answered.")
    raise Conflict(f"{answer.written_by if answer else 'Somebody'} has answered this suggestion already.")


def _target(plan: CarePlan, person: Person, target_kind: str, target_id: UUID | None) -> tuple[TargetKind, str, str]:
    """The kind of line, where it stands, and what it says now."""
    try:
        kind = TargetKind(target_kind)
    except ValueError:
        raise NotFound
    if (kind is TargetKind.PLAN) != (target_id is None):
        raise NotFound
    if target_id is None:
        return kind, "the plan", ""
    line = next((each for each in snapshot_of(plan).lines() if each.id == str(target_id)), None)
    if line is None:
        raise NotFound
    return kind, place_of(line, person.preferred_name), text_of(line)
