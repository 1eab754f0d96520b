"""Reminders of appointments."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.contacts.models import AppointmentReminder
from livingwell.core.errors import NotFound
from livingwell.delivery.models import Delivery, DeliveryState
from livingwell.extensions import db


def reminders_of(contact_id: UUID) -> Sequence[tuple[AppointmentReminder, DeliveryState | None]]:
    """The reminders of an appointment, the first first, and where the message of each stands; none by hand."""
    rows = db.session.execute(
        select(AppointmentReminder, Delivery.state)
        .outerjoin(Delivery, Delivery.message_id == AppointmentReminder.message_id)
        .where(AppointmentReminder.contact_id == contact_id)
        .order_by(AppointmentReminder.remind_at, AppointmentReminder.id)
    )
    return [(reminder, state) for reminder, state in rows]


def reminder_of(person_id: UUID, reminder_id: UUID) -> AppointmentReminder:
    """One reminder. Raises NotFound where it is another person's."""
    found = db.session.scalar(
        select(AppointmentReminder).where(
            AppointmentReminder.id == reminder_id, AppointmentReminder.person_id == person_id
        )
    )
    if found is None:
        raise NotFound
    return found
