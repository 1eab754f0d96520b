"""Appointments: planned, moved, and what became of them."""

from datetime import datetime, timedelta

from livingwell.audit import record
from livingwell.contacts.actions.judging import (
    Occasion,
    account_of,
    judged,
    keep_verdict,
    let_through,
    noted,
    require_reach,
    who_makes_it,
)
from livingwell.contacts.actions.reminders import call_off_reminders, plan_reminders
from livingwell.contacts.commands import PlanAppointment, RecordOutcome
from livingwell.contacts.models import Contact, ContactKind
from livingwell.contacts.policy import require_reason
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.extensions import db
from livingwell.people.models import Person

FURTHEST = timedelta(days=2 * 365)


@atomic()
def plan_appointment(person: Person, command: PlanAppointment, actor: Actor) -> Contact:
    """Put an appointment in the diary, judged by what the person has asked so far.

    Raises GoesAgainst where that keeps it from being saved, Invalid for a time that has passed.
    """
    require_reach(person.id, actor)
    contact = _planned(person, command, actor)
    record("plan_appointment", actor, person.id)
    return contact


@atomic()
def move_appointment(contact: Contact, command: PlanAppointment, cancelled: RecordOutcome, actor: Actor) -> Contact:
    """Cancel an appointment, by the person or by us, and plan another in its place. Both stay on the record."""
    person = require_reach(contact.person_id, actor)
    if not cancelled.outcome.is_cancelled:
        raise Invalid({"moved_by": "Say who asked for another time"})
    _end(contact, cancelled, actor)
    other = _planned(person, command, actor)
    other.moved_from_id = contact.id
    record("move_appointment", actor, contact.person_id)
    call_off_reminders(contact, actor)
    return other


@atomic()
def record_outcome(contact: Contact, command: RecordOutcome, actor: Actor) -> Contact:
    """Write down what became of an appointment, and judge it for the last time.

    It is judged by what the person had asked by its day, which may be other than when it was planned. Cancelling
    is always open: that may be the very thing that they asked for.
    """
    require_reach(contact.person_id, actor)
    _end(contact, command, actor)
    record("record_outcome_of_appointment", actor, contact.person_id)
    if command.outcome.is_cancelled:
        call_off_reminders(contact, actor)
    return contact


def _planned(person: Person, command: PlanAppointment, actor: Actor) -> Contact:
    agreed_at = command.agreed_at or now()
    _require_to_come(command, agreed_at)
    occasion = Occasion(ContactKind.APPOINTMENT, command.way, command.at, agreed_at)
    judgement = let_through(person.id, occasion, command.because, actor)
    contact = Contact(
        person_id=person.id,
        kind=ContactKind.APPOINTMENT,
        way=command.way,
        at=command.at,
        ends_at=command.ends_at,
        place=command.place,
        agreed_at=agreed_at,
        note=noted(command.note),
        made_by_id=who_makes_it(person.id, command.made_by_id, actor),
        recorded_by_id=account_of(actor),
    )
    keep_verdict(contact, judgement, command.because, actor)
    db.session.add(contact)
    db.session.flush()
    plan_reminders(contact, person)
    return contact


def _end(contact: Contact, command: RecordOutcome, actor: Actor) -> None:
    contact.require_version(command.row_version, contact.note)
    contact.require_ahead()
    if not command.outcome.fits(contact.kind):
        raise Invalid({"outcome": "Choose what happened from what is offered"})
    if not command.outcome.is_cancelled:
        _require_begun(contact)
        _judge_again(contact, command, actor)
    contact.outcome, contact.outcome_at, contact.outcome_by_id = command.outcome, now(), account_of(actor)
    if command.note is not None:
        contact.note = noted(command.note)


def _judge_again(contact: Contact, command: RecordOutcome, actor: Actor) -> None:
    """By the day of the appointment. Why it was planned against their wish still holds, unless it is said anew."""
    because = command.because
    occasion = Occasion(contact.kind, contact.way, contact.at, contact.agreed_at)
    if not (because.reason or because.is_emergency):
        because = type(because)(contact.reason, contact.is_urgent, contact.is_emergency)
    judgement = judged(contact.person_id, occasion, because)
    require_reason(judgement, because)
    allowed_by_id = contact.allowed_by_id
    keep_verdict(contact, judgement, because, actor)
    contact.allowed_by_id = allowed_by_id


def _require_to_come(command: PlanAppointment, agreed_at: datetime) -> None:
    if command.at <= now():
        raise Invalid({"on": "This time has passed. Log it as a contact, or plan another time"})
    if command.at > now() + FURTHEST:
        raise Invalid({"on": "This is more than two years ahead. Check the year"})
    if command.ends_at is not None and command.ends_at <= command.at:
        raise Invalid({"minutes": "It must end after it starts"})
    if agreed_at > now():
        raise Invalid({"agreed_on": "The day when they were told must be today or in the past"})


def _require_begun(contact: Contact) -> None:
    if contact.at > now():
        raise Conflict("This appointment is still to come. It can be cancelled or moved, and no more is known yet.")
