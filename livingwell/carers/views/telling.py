"""What a carer tells us: a page of its own, apart from the person's record."""

from typing import Any
from uuid import UUID

from livingwell.carers.actions.notes import acknowledge, change_say, tell_as_carer
from livingwell.carers.forms.sharing import AcknowledgeForm, SayForm, TellForm
from livingwell.carers.presenters.cards import Whom
from livingwell.carers.presenters.notes import note_card, note_cards
from livingwell.carers.queries.carers import carer_of
from livingwell.carers.queries.notes import note_of_carer, notes_of_carer
from livingwell.carers.views.blueprint import carers
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions.striking import strike
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@carers.get("/people/<uuid:person_id>/carers/<uuid:carer_id>/told")
@door(Permission.SEE_PEOPLE)
def list_told(person: Person, carer_id: UUID) -> Any:
    """Everything that the carer told us, with their say on whether the person may see it."""
    carer = carer_of(person.id, carer_id).carer
    notes = note_cards(notes_of_carer(carer_id), person.preferred_name, carer.name)
    return page("carers/list_told.html", carer=carer, notes=notes)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/told/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_told(person: Person, carer_id: UUID) -> Any:
    """Write down what the carer told a member."""
    carer = carer_of(person.id, carer_id).carer
    whom, form = Whom.of(carer), TellForm(name=person.preferred_name, carer_name=carer.name)
    draft = draft_of(form, "carer_told", person.id, carer_id)
    if saved(form, draft, lambda: tell_as_carer(carer, form.command(), current_actor())):
        return _back(person, carer_id, "Saved, apart from the record.")
    return form_page("carers/new_told.html", form, draft, carer=whom)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/told/<uuid:told_id>/read", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def acknowledge_told(person: Person, carer_id: UUID, told_id: UUID) -> Any:
    """Say that it was read: the carer sees who, what they are, and when."""
    whom, note = Whom.of(carer_of(person.id, carer_id).carer), note_of_carer(carer_id, told_id)
    card = note_card(note, person.preferred_name, whom.name)
    form = AcknowledgeForm(name=person.preferred_name, carer_name=whom.name)
    draft = draft_of(form, "acknowledge_carer", person.id, told_id)
    if saved(form, draft, lambda: acknowledge(note, form.words.data or "", current_actor())):
        return _back(person, carer_id, f"Saved. {whom.name} sees that you read it.")
    return form_page("carers/acknowledge.html", form, draft, carer=whom, note=card)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/told/<uuid:told_id>/say", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def change_told_say(person: Person, carer_id: UUID, told_id: UUID) -> Any:
    """The carer says anew whether the person may see it."""
    carer, note = carer_of(person.id, carer_id).carer, note_of_carer(carer_id, told_id)
    whom, card = Whom.of(carer), note_card(note, person.preferred_name, carer.name)
    form = SayForm(name=person.preferred_name, carer_name=carer.name, data={"may_see": note.may_see.value})
    if saved(form, None, lambda: change_say(carer, note, form.chosen(), current_actor())):
        return _back(person, carer_id, "Saved.")
    return form_page("carers/change_say.html", form, carer=whom, note=card)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/told/<uuid:told_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_told(person: Person, carer_id: UUID, told_id: UUID) -> Any:
    """It should never have been written down here."""
    note = note_of_carer(carer_of(person.id, carer_id).carer.id, told_id)
    form = StrikeForm()
    draft = draft_of(form, "strike_told", person.id, told_id)
    if form.validate_on_submit():
        draft.save(strike, note, form.reason.data, current_actor())
        return _back(person, carer_id, "Struck out, with your reason.")
    what = "what the carer told us"
    return page("people/confirm_strike.html", form=form, draft=draft, what=what, status=422 if form.errors else 200)


def _back(person: Person, carer_id: UUID, said: str) -> Any:
    return see("carers.list_told", said=said, person_id=person.id, carer_id=carer_id)
