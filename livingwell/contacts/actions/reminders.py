"""Reminders: planned with an appointment, called off with it, or given by a member."""

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.actions.judging import account_of, require_reach
from livingwell.contacts.models import AppointmentReminder, Contact
from livingwell.contacts.models.reminding import Reminding, reminding
from livingwell.contacts.queries.reminders import reminders_of
from livingwell.contacts.wording.calendar import FILE_NAME, MEDIA_TYPE, appointment_file
from livingwell.contacts.wording.ready import reminder_subject, reminder_words
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.contact import is_email, is_phone
from livingwell.delivery.actions import cancel_message, put_in_outbox
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import Channel, DeliveryState
from livingwell.extensions import db
from livingwell.identity.queries.accounts import account_by_id
from livingwell.people.models import Person

CALLED_OFF = "The appointment was cancelled or moved."
WAITS = (DeliveryState.WAITING, DeliveryState.FAILING, DeliveryState.STOPPED, DeliveryState.REFUSED, DeliveryState.KEPT)


def plan_reminders(contact: Contact, person: Person) -> None:
    """Put the reminders that the person asked for in the outbox, or on Today for a member. What is late is left out.

    Belongs inside the action that plans the appointment.
    """
    preferences = preferences_of(person.id)
    if preferences is None:
        return
    for wish in preferences.reminders:
        how = reminding(preferences, wish, contact.at, _ways_to(person))
        if how.at > now():
            _plan(contact, person, how)


def call_off_reminders(contact: Contact, actor: Actor) -> None:
    """Cancel what waits to go out. What has gone, or may have, can't be called back."""
    for reminder, state in reminders_of(contact.id):
        if reminder.message_id is not None and state in WAITS:
            cancel_message(reminder.message_id, CALLED_OFF, actor)


@atomic()
def mark_reminded(reminder: AppointmentReminder, actor: Actor) -> AppointmentReminder:
    """A member reminded the person, where nothing could go out by itself. Raises Conflict the second time."""
    require_reach(reminder.person_id, actor)
    reminder.mark_done(account_of(actor))
    record("mark_reminded", actor, reminder.person_id)
    return reminder


def _plan(contact: Contact, person: Person, how: Reminding) -> None:
    message_id = None
    if how.way is not None and not how.is_by_hand:
        message_id = put_in_outbox(_message(contact, person, how, how.way)).id
    db.session.add(
        AppointmentReminder(
            person_id=person.id, contact_id=contact.id, remind_at=how.at, way=how.way, message_id=message_id
        )
    )


def _message(contact: Contact, person: Person, how: Reminding, way: Way) -> Outgoing:
    me = account_by_id(contact.made_by_id).first_name
    is_email_way = way is Way.EMAIL
    return Outgoing(
        channel=Channel.EMAIL if is_email_way else Channel.TEXT,
        to_address=person.email if is_email_way else person.mobile,
        subject=reminder_subject(contact) if is_email_way else "",
        text=reminder_words(contact, person.preferred_name, me),
        files=(File(FILE_NAME, MEDIA_TYPE, appointment_file(contact, me)),) if is_email_way else (),
        about=person.id,
        not_before=how.at,
        not_after=contact.at,
    )


def _ways_to(person: Person) -> frozenset[Way]:
    """The ways that can go out by themselves and for which there is an address or a number."""
    there = {Way.TEXT: is_phone(person.mobile), Way.EMAIL: is_email(person.email)}
    return frozenset(way for way, is_there in there.items() if is_there)
