"""What contacts need from a member: in as few statements for fifty people as for one."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select

from livingwell.adjustments.models import AdjustmentOutcome, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.contacts.models import REACHED, AppointmentReminder, Contact
from livingwell.core.actor import Actor
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.delivery.models import Delivery
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.extensions import db
from livingwell.people.models import Allocation, Person
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck

MOST = 20

LATELY = timedelta(days=14)
SOON = timedelta(days=1)

# Asked when the statement runs, so that one that was built once doesn't stay at the instant when it was built.
_NOW: ColumnElement[Any] = bindparam("contacts_now", callable_=now, type_=Instant())
_TOMORROW: ColumnElement[Any] = bindparam("contacts_tomorrow", callable_=lambda: now() + SOON, type_=Instant())
_LATELY: ColumnElement[Any] = bindparam("contacts_lately", callable_=lambda: now() - LATELY, type_=Instant())


def appointments_without_outcome(actor: Actor) -> Sequence[tuple[Contact, Person]]:
    """Appointments that are over and of which nobody said what became: the member's own, and those of people whom
    the member is key worker or peer for. The earliest first. One statement.
    """
    rows = db.session.execute(_over(), reach_of(actor))
    return [(contact, person) for contact, person in rows]


def reminders_to_give(actor: Actor) -> Sequence[tuple[AppointmentReminder, Contact, Person]]:
    """Reminders due by tomorrow that a member has to give: no safe way was left, or the message was held back.

    Of the member's own appointments and of people whom the member supports; the soonest first. One statement.
    """
    rows = db.session.execute(_reminders(), reach_of(actor))
    return [(reminder, contact, person) for reminder, contact, person in rows]


def checks_to_answer(actor: Actor) -> Sequence[tuple[Contact, Person]]:
    """The member's own contacts of the last two weeks that reached, of people with adjustments, of which nobody said
    whether they were met. The latest first. One statement.
    """
    rows = db.session.execute(_checks(), reach_of(actor))
    return [(contact, person) for contact, person in rows]


@cache
def _reminders() -> Select[AppointmentReminder, Contact, Person]:
    return (
        select(AppointmentReminder, Contact, Person)
        .join(Contact, Contact.id == AppointmentReminder.contact_id)
        .join(Person, Person.id == Contact.person_id)
        .outerjoin(Delivery, Delivery.message_id == AppointmentReminder.message_id)
        .where(
            AppointmentReminder.done_at.is_(None),
            AppointmentReminder.remind_at < _TOMORROW,
            or_(AppointmentReminder.message_id.is_(None), Delivery.state.in_(WAITS_FOR_PERSON)),
            Contact.outcome.is_(None),
            Contact.at > _NOW,
            ~has_died(),
            or_(Contact.made_by_id == ANYBODY.account_id, is_supported()),
            ~is_struck(Contact),
            within_reach(ANYBODY),
        )
        .order_by(Contact.at, AppointmentReminder.remind_at)
        .limit(MOST)
    )


@cache
def _checks() -> Select[Contact, Person]:
    answered = exists().where(AdjustmentOutcome.occasion_id == Contact.id).correlate(Contact)
    asked = exists().where(
        ReasonableAdjustment.person_id == Contact.person_id,
        ReasonableAdjustment.created_at <= Contact.at,
        is_to_be_met(),
    )
    return (
        select(Contact, Person)
        .join(Person, Person.id == Contact.person_id)
        .where(
            Contact.made_by_id == ANYBODY.account_id,
            Contact.at > _LATELY,
            Contact.outcome.in_(sorted(REACHED)),
            asked.correlate(Contact),
            ~answered,
            ~is_struck(Contact),
            within_reach(ANYBODY),
        )
        .order_by(Contact.at.desc(), Contact.id)
        .limit(MOST)
    )


@cache
def _over() -> Select[Contact, Person]:
    return (
        select(Contact, Person)
        .join(Person, Person.id == Contact.person_id)
        .where(
            Contact.outcome.is_(None),
            func.coalesce(Contact.ends_at, Contact.at) < _NOW,
            or_(Contact.made_by_id == ANYBODY.account_id, is_supported()),
            ~is_struck(Contact),
            within_reach(ANYBODY),
        )
        .order_by(Contact.at, Contact.id)
        .limit(MOST)
    )


def is_supported() -> ColumnElement[bool]:
    """The condition on Person that holds for those whom the member is key worker or peer for."""
    return (
        exists()
        .where(
            Allocation.person_id == Person.id,
            Allocation.account_id == ANYBODY.account_id,
            Allocation.until_on.is_(None),
        )
        .correlate(Person)
    )
