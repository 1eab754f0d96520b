"""Planning an appointment, and moving one."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts import actions
from livingwell.contacts.forms.appointments import MoveForm, PlanForm, appointment_as_data
from livingwell.contacts.presenters.card import when_words
from livingwell.contacts.presenters.picking import picks_of, said_about_ways
from livingwell.contacts.queries.contacts import contact_of
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.guarding import guard_page, way_in_address
from livingwell.contacts.wording.shipped import FIND_A_TIME
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@contacts.route("/people/<uuid:person_id>/appointments/new", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def new_appointment(person: Person) -> Any:
    """An appointment to come."""
    actor, name = current_actor(), person.preferred_name
    said = said_about_ways(preferences_of(person.id))
    form = PlanForm(name=name, data=None if request.form else {"way": way_in_address()})
    form.offer_members(members_of_persons_teams(person.id), actor.account_id)
    draft = draft_of(form, "plan_appointment", person.id)
    if saved(form, draft, form.guarded(lambda: actions.plan_appointment(person, form.plan(), actor))):
        return see(
            "contacts.show_contact", said="The appointment is saved.", person_id=person.id, contact_id=form.made_id
        )
    if form.stopped:
        return guard_page(form, form.stopped, Way(form.way.data), person, draft, FIND_A_TIME)
    return form_page("contacts/new_appointment.html", form, draft, picks=picks_of(form.way, said))


@contacts.route("/people/<uuid:person_id>/contacts/<uuid:contact_id>/move", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def move_appointment(person: Person, contact_id: UUID) -> Any:
    """Another time for an appointment. The old one stays on record as cancelled, by the person or by us."""
    actor, name = current_actor(), person.preferred_name
    contact = contact_of(person.id, contact_id)
    contact.require_ahead()
    was = when_words(contact)
    said = said_about_ways(preferences_of(person.id))
    form = MoveForm(name=name, data=None if request.form else appointment_as_data(contact, actor.account_id))
    form.offer_members(members_of_persons_teams(person.id), actor.account_id)
    draft = draft_of(form, "move_appointment", person.id, contact_id)
    action = form.guarded(lambda: actions.move_appointment(contact, form.plan(), form.cancelled(), actor))
    if saved(form, draft, action):
        return see("contacts.show_contact", said="It is moved.", person_id=person.id, contact_id=form.made_id)
    if form.stopped:
        return guard_page(form, form.stopped, Way(form.way.data), person, draft, FIND_A_TIME)
    return form_page("contacts/move_appointment.html", form, draft, picks=picks_of(form.way, said), was=was)
