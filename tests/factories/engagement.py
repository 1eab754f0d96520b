"""Contacts as they were, row by row, for tests that count: each says its day, its way, how it went and its verdict."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.models import OF_AN_APPOINTMENT, AsAsked, Contact, ContactKind, Outcome
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import london_instant
from livingwell.extensions import db
from livingwell.people.models import Person

AS_ASKED, NOT_AS_ASKED, BEFORE = AsAsked.AS_ASKED, AsAsked.NOT_AS_ASKED, AsAsked.BEFORE_WE_ASKED

Told = tuple[date, Way, Outcome, AsAsked]

AMARA: tuple[Told, ...] = (
    (date(2026, 3, 3), Way.VISIT, Outcome.ON_TIME, AS_ASKED),
    (date(2026, 3, 10), Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED),
    (date(2026, 3, 13), Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED),
    (date(2026, 3, 20), Way.PHONE, Outcome.MESSAGE_LEFT, NOT_AS_ASKED),
    (date(2026, 3, 26), Way.CLINIC, Outcome.MISSED, NOT_AS_ASKED),
    (date(2026, 3, 31), Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED),
    (date(2026, 4, 7), Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED),
    (date(2026, 4, 9), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 4, 15), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 4, 21), Way.VISIT, Outcome.ON_TIME, AS_ASKED),
    (date(2026, 4, 28), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 5, 3), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 5, 12), Way.VISIT, Outcome.LATE_AND_SEEN, AS_ASKED),
    (date(2026, 5, 19), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 5, 28), Way.TEXT, Outcome.REPLIED, AS_ASKED),
    (date(2026, 6, 4), Way.VISIT, Outcome.ON_TIME, AS_ASKED),
    (date(2026, 6, 9), Way.TEXT, Outcome.REPLIED, AS_ASKED),
)
"""Amara's spring, worked out by hand: 17 contacts, 11 as asked and all of them reached her; of the other six, five
were phone calls and one was an appointment at the clinic that she missed."""


@atomic()
def make_contacts(person: Person, actor: Actor, told: Iterable[Told], **given: Any) -> list[Contact]:
    """The contacts as rows, each at midday. No guard and no judgement: what is told is what is kept."""
    made = [_contact(person, actor, *each, **given) for each in told]
    db.session.add_all(made)
    record("make_contacts", actor, person.id)
    return made


def _contact(
    person: Person, actor: Actor, day: date, way: Way, outcome: Outcome, as_asked: AsAsked, **given: Any
) -> Contact:
    kind = ContactKind.APPOINTMENT if outcome in OF_AN_APPOINTMENT else ContactKind.ATTEMPT
    at = london_instant(day, 12)
    why = "It was the number on the old list" if as_asked is AsAsked.NOT_AS_ASKED else ""
    wanted = {"kind": kind, "at": at, "outcome_at": at, "outcome_by_id": actor.account_id, "reason": why, **given}
    return Contact(
        person_id=person.id,
        way=way,
        outcome=outcome,
        as_asked=as_asked,
        made_by_id=actor.account_id,
        recorded_by_id=actor.account_id,
        **wanted,
    )


def years_of_contacts(count: int, until: date, days: int = 3 * 365) -> list[Told]:
    """So many contacts, evenly over the days until then: the ways, outcomes and verdicts take turns."""
    ways = (Way.TEXT, Way.PHONE, Way.VISIT, Way.TEXT, Way.LETTER)
    outcomes = (Outcome.REPLIED, Outcome.NO_ANSWER, Outcome.ON_TIME, Outcome.SENT, Outcome.SENT)
    verdicts = (AS_ASKED, NOT_AS_ASKED, AS_ASKED, AS_ASKED, BEFORE)
    first = until - timedelta(days=days)
    return [
        (first + timedelta(days=days * number // count), ways[number % 5], outcomes[number % 5], verdicts[number % 5])
        for number in range(count)
    ]


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
