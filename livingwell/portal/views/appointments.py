"""Asking for another time, or cancelling: one question on a page."""

from typing import Any
from uuid import UUID

from livingwell.contacts.actions import own_side
from livingwell.contacts.models import Contact
from livingwell.core.errors import Conflict, NotFound
from livingwell.drafts.kept import draft_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.messages import AnotherTimeForm, CancelForm
from livingwell.portal.presenters.appointments import when_words
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

APPOINTMENT = "/my/appointments/<uuid:contact_id>"


@portal.get(APPOINTMENT)
@own_door
def change_appointment(person: Person, contact_id: UUID) -> Any:
    """Which of the two?"""
    contact = _mine(person, contact_id)
    return page("portal/home/change_appointment.html", when=when_words(contact.at), contact_id=contact.id)


@portal.route(f"{APPOINTMENT}/another-time", methods=["GET", "POST"])
@own_door
def ask_for_another_time(person: Person, contact_id: UUID) -> Any:
    """When would be better?"""
    contact, form = _mine(person, contact_id), AnotherTimeForm()
    draft = draft_of(form, "own_another_time", person.id, contact_id)
    asked = lambda: own_side.ask_for_another_time(person.id, contact_id, form.words.data, current_actor())  # noqa: E731
    if saved(form, draft, asked):
        return see("portal.show_home", said=_("We have your message. The old time stands until we answer."))
    when = when_words(contact.at)
    return form_page("portal/home/ask_for_another_time.html", form, draft, when=when, contact_id=contact_id)


@portal.route(f"{APPOINTMENT}/cancellation", methods=["GET", "POST"])
@own_door
def cancel_appointment(person: Person, contact_id: UUID) -> Any:
    """Do you want to say why?"""
    contact, form = _mine(person, contact_id), CancelForm()
    draft = draft_of(form, "own_cancellation", person.id, contact_id)
    when, words = when_words(contact.at), form.words.data or ""
    if saved(form, draft, lambda: own_side.cancel_own_appointment(person.id, contact_id, words, current_actor())):
        return see("portal.show_home", said=_("It is cancelled. That is fine. It does not count against you."))
    return form_page("portal/home/cancel_appointment.html", form, draft, when=when, contact_id=contact_id)


def _mine(person: Person, contact_id: UUID) -> Contact:
    """An appointment that can still be changed. What is over is not there: home shows what is."""
    try:
        return own_side.own_appointment(person.id, contact_id, current_actor())
    except Conflict:
        raise NotFound from None
