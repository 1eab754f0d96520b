"""Logging a contact: which way, what happened, save."""

from typing import Any

from flask import request

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts import actions
from livingwell.contacts.forms.logging import LogForm
from livingwell.contacts.presenters.listing import contact_rows
from livingwell.contacts.presenters.picking import picks_of, said_about_ways
from livingwell.contacts.queries.contacts import appointments_ahead, latest_contacts
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.guarding import guard_page, way_in_address
from livingwell.contacts.wording.shipped import IN_TOUCH
from livingwell.core.clock import now
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.members import members_of_persons_teams
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see

LATEST = 5


@contacts.route("/people/<uuid:person_id>/contacts/new", methods=["GET", "POST"])
@door(Permission.LOG_CONTACTS)
def new_contact(person: Person) -> Any:
    """A contact that has been. What they asked us not to do is said before it is saved."""
    actor, name = current_actor(), person.preferred_name
    said = said_about_ways(preferences_of(person.id))
    form = LogForm(name=name, data=None if request.form else {"way": way_in_address()})
    form.offer_members(members_of_persons_teams(person.id), actor.account_id)
    draft = draft_of(form, "log_contact", person.id)
    ahead = contact_rows(appointments_ahead(person.id), name, now(), {})
    latest = contact_rows(latest_contacts(person.id, LATEST), name, now(), {})
    action = form.guarded(lambda: actions.log_contact(person, form.command(), actor))
    if saved(form, draft, action):
        return see("contacts.show_contact", said="The contact is saved.", person_id=person.id, contact_id=form.made_id)
    if form.stopped:
        return guard_page(form, form.stopped, Way(form.way.data), person, draft, IN_TOUCH)
    return form_page(
        "contacts/new_contact.html", form, draft, picks=picks_of(form.way, said), ahead=ahead, latest=latest
    )
