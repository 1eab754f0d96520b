"""Contacts and what became of them."""

from livingwell.contacts.models.contact import Contact, EarlierNote
from livingwell.contacts.models.judgement import AsAsked, Judgement, judge
from livingwell.contacts.models.letter import AnswerLink, Letter, LetterSending
from livingwell.contacts.models.letter_format import LetterFormat
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
from livingwell.contacts.models.reminder import AppointmentReminder
from livingwell.contacts.models.reply import PressedAnswer, Reply, UnfiledText
from livingwell.contacts.models.template import TemplateVersion, WordsToAvoidVersion

__all__ = [
    "FROM_THE_PERSON",
    "NOT_REACHED",
    "OF_AN_APPOINTMENT",
    "OF_AN_ATTEMPT",
    "OUTCOMES_OF",
    "REACHED",
    "AnswerLink",
    "AppointmentReminder",
    "AsAsked",
    "Contact",
    "ContactKind",
    "EarlierNote",
    "Judgement",
    "Letter",
    "LetterFormat",
    "LetterSending",
    "Outcome",
    "PressedAnswer",
    "Reply",
    "TemplateVersion",
    "UnfiledText",
    "WordsToAvoidVersion",
    "judge",
]
