"""Appointments that are not to be any more: support has ended, or somebody has died."""

from collections.abc import Iterable

from livingwell.audit import record
from livingwell.contacts.actions.judging import account_of, require_reach
from livingwell.contacts.actions.reminders import call_off_reminders
from livingwell.contacts.models import Contact, Outcome
from livingwell.contacts.queries.contacts import appointments_ahead
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.people.models import Person


@atomic()
def call_off(contacts: Iterable[Contact], actor: Actor) -> None:
    """Cancel these appointments, as our own doing, which never counts against the person; and their reminders.

    One that has begun, or is over, is left: somebody knows what became of it.
    """
    for contact in contacts:
        if not contact.is_ahead or contact.at <= now():
            continue
        require_reach(contact.person_id, actor)
        contact.outcome, contact.outcome_at = Outcome.CANCELLED_BY_US, now()
        contact.outcome_by_id = account_of(actor)
        record("call_off_appointment", actor, contact.person_id)
        call_off_reminders(contact, actor)


def call_off_after_death(person: Person, actor: Actor) -> None:
    """Nobody is visited, and nobody rings, whoever planned it."""
    call_off(appointments_ahead(person.id), actor)
