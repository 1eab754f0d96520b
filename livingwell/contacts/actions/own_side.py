"""What the person does with their appointments from their own side."""

from uuid import UUID

from livingwell.audit import record
from livingwell.contacts.actions.reminders import call_off_reminders
from livingwell.contacts.models import Contact, Outcome
from livingwell.contacts.queries.contacts import contact_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.queries.own_reach import require_own

CHANGE, CANCEL = "appointment.change", "appointment.cancel"
"""The kinds under which these arrive."""


def own_appointment(person_id: UUID, contact_id: UUID, actor: Actor) -> Contact:
    """One of the person's own that is still to come. Raises NotFound for another's, Conflict once it has begun."""
    require_own(actor, person_id)
    contact = contact_of(person_id, contact_id)
    contact.require_ahead()
    if contact.at <= now():
        raise Conflict("This appointment has begun, or is over.")
    return contact


@atomic()
def ask_for_another_time(person_id: UUID, contact_id: UUID, words: str, actor: Actor) -> None:
    """Ask for another time. The appointment stands until the team has answered."""
    contact = own_appointment(person_id, contact_id, actor)
    note_arrival(person_id, CHANGE, words, actor, contact.id)
    record("send_arrival", actor, person_id)


@atomic()
def cancel_own_appointment(person_id: UUID, contact_id: UUID, words: str, actor: Actor) -> Contact:
    """Cancel it, as the person's own decision: it never counts as missed. Reminders that wait are called off."""
    contact = own_appointment(person_id, contact_id, actor)
    contact.outcome, contact.outcome_at, contact.outcome_by_id = Outcome.CANCELLED_BY_PERSON, now(), actor.account_id
    note_arrival(person_id, CANCEL, words, actor, contact.id)
    record("cancel_own_appointment", actor, person_id)
    call_off_reminders(contact, actor)
    return contact
