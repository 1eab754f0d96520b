"""One contact: its facts, whether adjustments were met, and what to do next."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.adjustments.models import ReasonableAdjustment, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts import actions
from livingwell.contacts.forms.checking import CheckForm, check_form
from livingwell.contacts.models import Contact, Outcome, judge
from livingwell.contacts.models.next_way import next_way
from livingwell.contacts.presenters.card import ContactCard
from livingwell.contacts.presenters.checks import check_lines
from livingwell.contacts.presenters.guard import AskedWay, said_against
from livingwell.contacts.presenters.reminders import reminder_lines
from livingwell.contacts.queries.checks import adjustments_to_check, checks_answered
from livingwell.contacts.queries.contacts import contact_of, earlier_notes
from livingwell.contacts.queries.reminders import reminder_of, reminders_of
from livingwell.contacts.queries.trying import ways_tried
from livingwell.contacts.views.blueprint import contacts
from livingwell.contacts.views.guarding import ready_in
from livingwell.contacts.wording.calendar import FILE_NAME, MEDIA_TYPE, appointment_file
from livingwell.contacts.wording.shipped import MISSED_YOU
from livingwell.core.clock import now
from livingwell.core.dates import date_and_time
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.presenters.commenting import comment_line
from livingwell.people.queries.commenting import comments_on
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@contacts.get("/people/<uuid:person_id>/contacts/<uuid:contact_id>")
@door(Permission.SEE_CONTACTS)
def show_contact(person: Person, contact_id: UUID) -> Any:
    """One contact."""
    contact = contact_of(person.id, contact_id)
    return _contact_page(person, contact, check_form(_asked(contact), person.preferred_name))


@contacts.post("/people/<uuid:person_id>/contacts/<uuid:contact_id>")
@door(Permission.LOG_CONTACTS)
def check_contact(person: Person, contact_id: UUID) -> Any:
    """Everything was met, in one press; or what was not, by name."""
    contact = contact_of(person.id, contact_id)
    form = check_form(_asked(contact), person.preferred_name)
    is_everything = "everything" in request.form
    if is_everything or form.validate_on_submit():
        exceptions = () if is_everything else form.exceptions()
        once(actions.answer_checks, contact, exceptions, current_actor())
        return see("contacts.show_contact", said="It is saved.", person_id=person.id, contact_id=contact_id)
    return _contact_page(person, contact, form)


@contacts.get("/people/<uuid:person_id>/contacts/<uuid:contact_id>/appointment.ics")
@door(Permission.SEE_CONTACTS)
def download_appointment(person: Person, contact_id: UUID) -> Any:
    """The appointment for a calendar."""
    contact = contact_of(person.id, contact_id)
    if contact.agreed_at is None:
        raise NotFound
    response = Response(appointment_file(contact, contact.made_by.first_name), mimetype=MEDIA_TYPE)
    response.headers.set("Content-Disposition", "attachment", filename=FILE_NAME)
    return response


@contacts.post("/people/<uuid:person_id>/reminders/<uuid:reminder_id>/given")
@door(Permission.LOG_CONTACTS)
def give_reminder(person: Person, reminder_id: UUID) -> Any:
    """A member reminded the person, where nothing could go out by itself."""
    reminder = reminder_of(person.id, reminder_id)
    contact_id = reminder.contact_id
    once(actions.mark_reminded, reminder, current_actor())
    said = "It is noted that the reminder was given."
    return see("contacts.show_contact", said=said, person_id=person.id, contact_id=contact_id)


def _contact_page(person: Person, contact: Contact, form: CheckForm) -> Response:
    name = person.preferred_name
    return page(
        "contacts/show_contact.html",
        status=form.status,
        contact=ContactCard.of(contact, name, now()),
        is_over=contact.is_ahead and contact.at <= now(),
        earlier=[
            (each.note, each.changed_by.name, date_and_time(each.created_at)) for each in earlier_notes(contact.id)
        ],
        checks=check_lines(checks_answered(contact.id)),
        form=form,
        next_step=_next_step(person, contact),
        asked_since=_asked_since(person, contact),
        reminders=reminder_lines(reminders_of(contact.id)) if contact.is_ahead else (),
        said=[comment_line(each) for each in comments_on(person.id).get(contact.id, ())],
    )


def _asked(contact: Contact) -> Sequence[ReasonableAdjustment]:
    """What there is to check; nothing once somebody has answered."""
    return () if checks_answered(contact.id) else adjustments_to_check(contact)


def _asked_since(person: Person, contact: Contact) -> tuple[tuple[str, str], ...]:
    """What an appointment goes against that the person told us after it was planned."""
    if not contact.is_ahead or contact.against:
        return ()
    asked = preferences_of(person.id)
    judged = judge(asked, contact.kind, contact.way, contact.at, agreed_at=contact.agreed_at)
    return said_against(judged.objections, contact.way, person.preferred_name)


def _next_step(person: Person, contact: Contact) -> AskedWay | None:
    """After a missed appointment: the person's best way that was not tried yet, in words ready to send."""
    if contact.outcome is not Outcome.MISSED:
        return None
    way = next_way(preferences_of(person.id), ways_tried(person.id)) or Way.THROUGH_SOMEONE
    return ready_in(way, person, MISSED_YOU)
