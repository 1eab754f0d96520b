"""What members do with contacts."""

from livingwell.contacts.actions.appointments import move_appointment, plan_appointment, record_outcome
from livingwell.contacts.actions.checks import answer_checks
from livingwell.contacts.actions.logging import log_contact
from livingwell.contacts.actions.notes import change_note, strike_contact
from livingwell.contacts.actions.reminders import mark_reminded

__all__ = [
    "answer_checks",
    "change_note",
    "log_contact",
    "mark_reminded",
    "move_appointment",
    "plan_appointment",
    "record_outcome",
    "strike_contact",
]
