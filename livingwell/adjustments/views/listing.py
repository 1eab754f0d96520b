"""A person's adjustments, and one of them with its history."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.actions.adding import record_nothing_needed
from livingwell.adjustments.presenters.cards import Card, Listed, disclosed, history, met_of_all
from livingwell.adjustments.presenters.notes import answered_lines
from livingwell.adjustments.queries.adjustments import adjustment_of, earlier_wordings, lives_of
from livingwell.adjustments.queries.notes import answered_notes, last_nothing_needed, note_behind
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.actions.striking import strike
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.queries.episodes import unconfirmed_notes
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@adjustments.get("/people/<uuid:person_id>/adjustments")
@door(Permission.SEE_PEOPLE)
def list_adjustments(person: Person) -> Any:
    """What the person needs, in their own order, and how each stands at the six steps."""
    return page(
        "adjustments/list_adjustments.html",
        listed=Listed.of(lives_of(person.id), person.preferred_name, today()),
        notes=unconfirmed_notes(person.id),
        answered=answered_lines(answered_notes(person.id)),
        nothing_needed=last_nothing_needed(person.id),
    )


@adjustments.get("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>")
@door(Permission.SEE_PEOPLE)
def show_adjustment(person: Person, adjustment_id: UUID) -> Any:
    """One of them: what it means, how it stands, and everything that happened to it."""
    adjustment = adjustment_of(person.id, adjustment_id)
    return page(
        "adjustments/show_adjustment.html",
        adjustment=adjustment,
        card=Card.of(adjustment, person.preferred_name, today()),
        disclosed=disclosed(adjustment, person.preferred_name),
        met=met_of_all(adjustment),
        note=note_behind(adjustment.note_id),
        past=history(adjustment, earlier_wordings(adjustment.id), person.preferred_name),
    )


@adjustments.post("/people/<uuid:person_id>/adjustments/nothing-needed")
@door(Permission.CHANGE_PEOPLE)
def say_nothing_needed(person: Person) -> Any:
    """The person was asked, and needs nothing to be done otherwise."""
    once(record_nothing_needed, person, "", current_actor())
    return see("adjustments.list_adjustments", said="That nothing is needed now is saved.", person_id=person.id)


@adjustments.route("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_adjustment(person: Person, adjustment_id: UUID) -> Any:
    """It should never have been recorded."""
    adjustment = adjustment_of(person.id, adjustment_id)
    form = StrikeForm()
    draft = draft_of(form, "strike_adjustment", person.id, adjustment_id)
    if form.validate_on_submit():
        draft.save(strike, adjustment, form.reason.data, current_actor())
        return see("adjustments.list_adjustments", said="Struck out, with your reason.", person_id=person.id)
    what = f"“{adjustment.what}”"
    return page("people/confirm_strike.html", form=form, draft=draft, what=what, status=422 if form.errors else 200)
