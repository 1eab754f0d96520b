"""What contacts need from a member: for `people.queries.asks`, so in one statement with what other features ask."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select

from livingwell.adjustments.models import AdjustmentOutcome, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.contacts.models import REACHED, AppointmentReminder, Contact, Outcome
from livingwell.contacts.models.asking import (
    CANCELLED_BY_PERSON,
    CHECK_TO_ANSWER,
    OUTCOME_OF_APPOINTMENT,
    REMINDER_TO_GIVE,
)
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.delivery.models import Delivery
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.identity.models import Account
from livingwell.people.models import Allocation, Death, OwnRecord, Person
from livingwell.people.queries.asks import ask
from livingwell.people.queries.reach import ANYBODY
from livingwell.people.queries.striking import is_struck

LATELY = timedelta(days=14)
SOON = timedelta(days=1)

# Asked when the statement runs, so that one that was built once doesn't stay at the instant when it was built.
_NOW: ColumnElement[Any] = bindparam("contacts_now", callable_=now, type_=Instant())
_TOMORROW: ColumnElement[Any] = bindparam("contacts_tomorrow", callable_=lambda: now() + SOON, type_=Instant())
_LATELY: ColumnElement[Any] = bindparam("contacts_lately", callable_=lambda: now() - LATELY, type_=Instant())


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


def _is_mine() -> ColumnElement[bool]:
    """The member's own contact, or one with somebody whom the member is key worker or peer for."""
    supported = exists().where(
        Allocation.person_id == Contact.person_id,
        Allocation.account_id == ANYBODY.account_id,
        Allocation.until_on.is_(None),
    )
    return or_(Contact.made_by_id == ANYBODY.account_id, supported.correlate(Contact))


def _outcomes() -> Select[Any]:
    """Appointments that are over and of which nobody said what became."""
    told = ask(
        OUTCOME_OF_APPOINTMENT, person_id=Contact.person_id, row_id=Contact.id, since=Contact.at, by=Account.name
    )
    return (
        select(*told)
        .join(Account, Account.id == Contact.made_by_id)
        .where(
            Contact.outcome.is_(None),
            func.coalesce(Contact.ends_at, Contact.at) < _NOW,
            _is_mine(),
            ~is_struck(Contact),
        )
    )


def _reminders() -> Select[Any]:
    """Reminders due by tomorrow that a member has to give: no safe way was left, or the message was held back."""
    told = ask(
        REMINDER_TO_GIVE,
        person_id=Contact.person_id,
        row_id=AppointmentReminder.id,
        place_id=Contact.id,
        since=Contact.at,
    )
    dead = exists().where(Death.person_id == Contact.person_id, Death.taken_back_at.is_(None))
    return (
        select(*told)
        .join(Contact, Contact.id == AppointmentReminder.contact_id)
        .outerjoin(Delivery, Delivery.message_id == AppointmentReminder.message_id)
        .where(
            AppointmentReminder.done_at.is_(None),
            AppointmentReminder.remind_at < _TOMORROW,
            or_(AppointmentReminder.message_id.is_(None), Delivery.state.in_(WAITS_FOR_PERSON)),
            Contact.outcome.is_(None),
            Contact.at > _NOW,
            _is_mine(),
            ~dead.correlate(Contact),
            ~is_struck(Contact),
        )
    )


def _checks() -> Select[Any]:
    """The member's own contacts that reached lately, of people with adjustments, and nobody said if these were met."""
    told = ask(CHECK_TO_ANSWER, person_id=Contact.person_id, row_id=Contact.id, since=Contact.at)
    asked = exists().where(
        ReasonableAdjustment.person_id == Contact.person_id,
        ReasonableAdjustment.created_at <= Contact.at,
        is_to_be_met(),
    )
    return select(*told).where(
        Contact.made_by_id == ANYBODY.account_id,
        Contact.at > _LATELY,
        Contact.outcome.in_(sorted(REACHED)),
        asked.correlate(Contact),
        ~exists().where(AdjustmentOutcome.occasion_id == Contact.id).correlate(Contact),
        ~is_struck(Contact),
    )


def _cancelled() -> Select[Any]:
    """Appointments of the member's own that the person cancelled from their side, until their time has passed."""
    told = ask(CANCELLED_BY_PERSON, person_id=Contact.person_id, row_id=Contact.id, since=Contact.at)
    by_themselves = exists().where(
        OwnRecord.person_id == Contact.person_id, OwnRecord.account_id == Contact.outcome_by_id
    )
    return select(*told).where(
        Contact.made_by_id == ANYBODY.account_id,
        Contact.outcome == Outcome.CANCELLED_BY_PERSON,
        Contact.at > _NOW,
        by_themselves.correlate(Contact),
        ~is_struck(Contact),
    )


ASKS = (_outcomes(), _reminders(), _checks(), _cancelled())
"""What contacts ask of a member, for `people.queries.asks`."""
