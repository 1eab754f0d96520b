"""Contacts and what became of them."""

from livingwell.contacts.models.contact import AsAsked, Contact
from livingwell.contacts.models.outcome import (
    NOT_REACHED,
    OF_AN_APPOINTMENT,
    OF_AN_ATTEMPT,
    REACHED,
    ContactKind,
    Outcome,
)

__all__ = [
    "NOT_REACHED",
    "OF_AN_APPOINTMENT",
    "OF_AN_ATTEMPT",
    "REACHED",
    "AsAsked",
    "Contact",
    "ContactKind",
    "Outcome",
]
