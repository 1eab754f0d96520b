"""The reminders of an appointment."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.contacts.models import AppointmentReminder
from livingwell.contacts.words import WAYS
from livingwell.core.dates import date_and_time
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON

GONE = (DeliveryState.HANDED_OVER, DeliveryState.DELIVERED)


@dataclass(frozen=True)
class ReminderLine:
    """When, by which way, and where it stands."""

    id: str
    when: str
    icon: str
    words: str
    is_for_a_member: bool


def reminder_lines(rows: Iterable[tuple[AppointmentReminder, DeliveryState | None]]) -> list[ReminderLine]:
    """Each reminder as a line."""
    return [_line(reminder, state) for reminder, state in rows]


def _line(reminder: AppointmentReminder, state: DeliveryState | None) -> ReminderLine:
    is_for_a_member = reminder.done_at is None and (state is None or state in WAITS_FOR_PERSON)
    icon = "done" if reminder.done_at or state in GONE else "open" if is_for_a_member else "half"
    return ReminderLine(
        str(reminder.id), date_and_time(reminder.remind_at), icon, _words(reminder, state), is_for_a_member
    )


def _words(reminder: AppointmentReminder, state: DeliveryState | None) -> str:
    way = WAYS[reminder.way].lower() if reminder.way else ""
    if reminder.done_at:
        return "Given by a member of the team"
    if state is None:
        return f"By {way}: one of us does it" if way else "Nothing can go by itself as they asked: one of us does it"
    if state in WAITS_FOR_PERSON:
        return f"The {way} could not go: remind them another way"
    if state is DeliveryState.CANCELLED:
        return f"The {way} was called off"
    return f"The {way} has gone" if state in GONE else f"By {way}, by itself"
