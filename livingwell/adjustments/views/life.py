"""What happens to an adjustment: shared, flagged, met or not, looked at again, ended, or that we can't."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.actions.life import note_happening, say_can_do, say_cannot_do
from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.forms.life import CannotDoForm, HappeningForm, OutcomeForm
from livingwell.adjustments.labels import HAPPENED
from livingwell.adjustments.models import EventKind
from livingwell.adjustments.queries.adjustments import adjustment_of
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.adjustments.views.wording import to_adjustment
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor

SAVED = "Saved. It stands in the history."


@adjustments.route(
    "/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/happened/<happening>", methods=["GET", "POST"]
)
@door(Permission.CHANGE_PEOPLE)
def new_happening(person: Person, adjustment_id: UUID, happening: str) -> Any:
    """Something happened to it. What can't happen to an adjustment has no page."""
    if happening not in set(EventKind):
        raise NotFound
    kind, what = EventKind(happening), adjustment_of(person.id, adjustment_id).what
    form = HappeningForm(name=person.preferred_name, kind=kind)
    draft = draft_of(form, f"happened_{happening}", person.id, adjustment_id)
    if saved(form, draft, lambda: note_happening(person, adjustment_id, form.command(), current_actor())):
        return to_adjustment(person, adjustment_id, SAVED)
    heading = HAPPENED[kind].replace("{name}", person.preferred_name)
    return form_page(
        "adjustments/new_happening.html", form, draft, what=what, adjustment_id=adjustment_id, heading=heading
    )


@adjustments.route("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/outcomes/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_outcome(person: Person, adjustment_id: UUID) -> Any:
    """Whether it was met."""
    what = adjustment_of(person.id, adjustment_id).what
    form = OutcomeForm(name=person.preferred_name)
    draft = draft_of(form, "new_outcome", person.id, adjustment_id)
    if saved(form, draft, lambda: record_outcomes(person, [form.command(adjustment_id)], current_actor())):
        return to_adjustment(person, adjustment_id, SAVED)
    return form_page("adjustments/new_outcome.html", form, draft, what=what, adjustment_id=adjustment_id)


@adjustments.route("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/cannot-do", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_cannot_do(person: Person, adjustment_id: UUID) -> Any:
    """We can't do this: with the reason and what is offered instead."""
    what = adjustment_of(person.id, adjustment_id).what
    form = CannotDoForm(name=person.preferred_name)
    draft = draft_of(form, "new_cannot_do", person.id, adjustment_id)
    if saved(form, draft, lambda: say_cannot_do(person, adjustment_id, form.command(), current_actor())):
        return to_adjustment(person, adjustment_id, "Saved. The next agenda proposes to talk about it.")
    return form_page("adjustments/new_cannot_do.html", form, draft, what=what, adjustment_id=adjustment_id)


@adjustments.post("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/can-do")
@door(Permission.CHANGE_PEOPLE)
def lift_cannot_do(person: Person, adjustment_id: UUID) -> Any:
    """We can do it after all."""
    once(say_can_do, person, adjustment_id, current_actor())
    return to_adjustment(person, adjustment_id, SAVED)
