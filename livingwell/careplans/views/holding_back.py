"""Holding a line back from the person: asked, agreed by a second member, looked at again, ended."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.holding_back import HoldBackForm
from livingwell.careplans.models import TargetKind
from livingwell.careplans.models.snapshot import snapshot_of
from livingwell.careplans.presenters.holding_back import held_page
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import find, plan_of
from livingwell.careplans.views.saving import back_to_plan
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page


@careplans.get("/people/<uuid:person_id>/plan/held-back")
@door(Permission.SEE_PLANS)
def list_held_back(person: Person) -> Any:
    """What the person does not see, and every line that could be held back."""
    plan = plan_of(person)
    shown = held_page(plan, snapshot_of(plan), person.preferred_name, current_actor().account_id)
    return page("careplans/list_held_back.html", held=shown)


@careplans.route("/people/<uuid:person_id>/plan/held-back/new/<target_kind>/<uuid:target_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_hold(person: Person, target_kind: str, target_id: UUID) -> Any:
    """Ask that the person does not see a line for now."""
    plan = plan_of(person)
    kind = _kind(target_kind)
    words = actions.words_of(plan.line(kind, target_id))
    form = HoldBackForm(name=person.preferred_name)
    draft = draft_of(form, "hold_back", person.id, target_id)
    if saved(form, draft, lambda: actions.ask_to_hold_back(plan, form.command(kind, target_id), current_actor())):
        return back_to_plan(person, f"A second member is asked. Until then {person.preferred_name} sees the line.")
    return form_page("careplans/new_hold.html", form, draft, words=words)


@careplans.post("/people/<uuid:person_id>/plan/held-back/<uuid:hold_id>/agreement")
@door(Permission.CHANGE_PLANS)
def agree_to_hold(person: Person, hold_id: UUID) -> Any:
    """A second member agrees."""
    plan = plan_of(person)
    once(actions.agree_to_hold_back, plan, find(plan.held_back, hold_id), current_actor())
    return back_to_plan(person, f"{person.preferred_name} does not see the line now.")


@careplans.post("/people/<uuid:person_id>/plan/held-back/<uuid:hold_id>/end")
@door(Permission.CHANGE_PLANS)
def end_hold(person: Person, hold_id: UUID) -> Any:
    """The person sees the line, from now on or as before."""
    plan = plan_of(person)
    once(actions.end_hold, plan, find(plan.held_back, hold_id), current_actor())
    return back_to_plan(person, f"{person.preferred_name} sees the line.")


def _kind(target_kind: str) -> TargetKind:
    try:
        return TargetKind(target_kind)
    except ValueError:
        raise NotFound
