"""Contacts and what became of them."""

from livingwell.contacts.models.contact import Contact, EarlierNote
from livingwell.contacts.models.judgement import AsAsked, Judgement, judge
from livingwell.contacts.models.outcome import (
    FROM_THE_PERSON,
    NOT_REACHED,
    OF_AN_APPOINTMENT,
    OF_AN_ATTEMPT,
    OUTCOMES_OF,
    REACHED,
    ContactKind,
    Outcome,
)

__all__ = [
    "FROM_THE_PERSON",
    "NOT_REACHED",
    "OF_AN_APPOINTMENT",
    "OF_AN_ATTEMPT",
    "OUTCOMES_OF",
    "REACHED",
    "AsAsked",
    "Contact",
    "ContactKind",
    "EarlierNote",
    "Judgement",
    "Outcome",
    "judge",
]
