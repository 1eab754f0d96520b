"""What became of an appointment, and what is put right about a contact afterwards."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.contacts import actions
from livingwell.contacts.forms.appointments import OutcomeForm
from livingwell.contacts.forms.correcting import NoteForm
from livingwell.contacts.presenters.card import when_words
from livingwell.contacts.queries.contacts import contact_of
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.guarding import guard_page
from livingwell.contacts.wording.shipped import IN_TOUCH
from livingwell.contacts.words import WAYS
from livingwell.core.clock import now
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@contacts.route("/people/<uuid:person_id>/contacts/<uuid:contact_id>/outcome", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def record_outcome(person: Person, contact_id: UUID) -> Any:
    """Came, did not come, or cancelled: by the person, or by us."""
    contact = contact_of(person.id, contact_id)
    contact.require_ahead()
    way, what = Way(contact.way), f"{WAYS[contact.way]}, {when_words(contact)}"
    form = OutcomeForm(name=person.preferred_name, obj=contact)
    if contact.at > now():
        form.offer_only_cancelling()
    draft = draft_of(form, "record_outcome", person.id, contact_id)
    action = form.guarded(lambda: actions.record_outcome(contact, form.command(), current_actor()))
    if saved(form, draft, action):
        return see("contacts.show_contact", said="It is saved.", person_id=person.id, contact_id=contact_id)
    if form.stopped:
        return guard_page(form, form.stopped, way, person, draft, IN_TOUCH)
    return form_page("contacts/record_outcome.html", form, draft, what=what, contact_id=contact_id)


@contacts.route("/people/<uuid:person_id>/contacts/<uuid:contact_id>/note", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def edit_note(person: Person, contact_id: UUID) -> Any:
    """The note in other words. How it read before is kept."""
    contact = contact_of(person.id, contact_id)
    form = NoteForm(name=person.preferred_name, obj=contact)
    draft = draft_of(form, "edit_note", person.id, contact_id)
    what = f"{WAYS[contact.way]}, {when_words(contact)}"
    if saved(form, draft, lambda: actions.change_note(contact, form.note.data or "", form.version(), current_actor())):
        return see("contacts.show_contact", said="The note is saved.", person_id=person.id, contact_id=contact_id)
    return form_page("contacts/edit_note.html", form, draft, what=what, contact_id=contact_id)


@contacts.route("/people/<uuid:person_id>/contacts/<uuid:contact_id>/error", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def strike_contact(person: Person, contact_id: UUID) -> Any:
    """It should not be on record."""
    contact = contact_of(person.id, contact_id)
    form = StrikeForm()
    draft = draft_of(form, "strike_contact", person.id, contact_id)
    if form.validate_on_submit():
        draft.save(actions.strike_contact, contact, form.reason.data, current_actor())
        said = "Struck out. It counts no more, and stays in the history."
        return see("contacts.list_contacts", said=said, person_id=person.id)
    status = 422 if form.errors else 200
    return page("people/confirm_strike.html", form=form, draft=draft, what="this contact", status=status)
