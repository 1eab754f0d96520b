"""Logging a contact that has been."""

from datetime import date, datetime

from livingwell.audit import record
from livingwell.contacts.actions.judging import (
    Occasion,
    account_of,
    keep_verdict,
    let_through,
    noted,
    require_reach,
    who_makes_it,
)
from livingwell.contacts.commands import LogContact
from livingwell.contacts.models import Contact
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import in_london, now
from livingwell.core.errors import Invalid
from livingwell.extensions import db
from livingwell.people.models import Person


@atomic()
def log_contact(person: Person, command: LogContact, actor: Actor) -> Contact:
    """Log a contact, judged for ever by what the person had asked by then.

    Raises GoesAgainst where that keeps it from being saved, Invalid for one that has not been yet.
    """
    require_reach(person.id, actor)
    at = command.at or now()
    _require_has_been(command, at, person.born_on)
    occasion = Occasion(command.kind, command.way, at, command.agreed_at)
    judgement = let_through(person.id, occasion, command.because, actor)
    contact = Contact(
        person_id=person.id,
        kind=command.kind,
        way=command.way,
        at=at,
        place=command.place,
        agreed_at=command.agreed_at,
        outcome=command.outcome,
        outcome_at=now(),
        outcome_by_id=account_of(actor),
        note=noted(command.note),
        made_by_id=who_makes_it(person.id, command.made_by_id, actor),
        recorded_by_id=account_of(actor),
    )
    keep_verdict(contact, judgement, command.because, actor)
    db.session.add(contact)
    record("log_contact", actor, person.id)
    return contact


def _require_has_been(command: LogContact, at: datetime, born_on: date) -> None:
    if at > now():
        raise Invalid({"on": "This is still to come. Plan it as an appointment, or put in when it was"})
    if in_london(at).date() < born_on:
        raise Invalid({"on": "This is before they were born. Check the year"})
    if command.agreed_at and command.agreed_at > at:
        raise Invalid({"agreed_on": "It can’t have been agreed after it took place"})
    if not command.outcome.fits(command.kind):
        raise Invalid({"outcome": "Choose what happened from what is offered"})
