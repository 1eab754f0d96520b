"""A reminder in words: short, plain, and nothing about anybody’s health."""

from datetime import datetime

from livingwell.contacts.models import Contact
from livingwell.core.clock import in_london
from livingwell.core.dates import DAYS, clock_time, short_date


def reminder_words(contact: Contact, name: str, me: str) -> str:
    """Before an appointment."""
    place = f", {contact.place}" if contact.place else ""
    when = f"{moment_words(contact.at)}{place}"
    return f"Hi {name}, it’s {me}. We meet on {when}. If that is not good for you any more, tell me."


def reminder_subject(contact: Contact) -> str:
    """Whoever sees a phone light up can read this."""
    return f"Our time on {moment_words(contact.at)}"


def moment_words(at: datetime) -> str:
    """Tuesday 23 June at 1pm"""
    day = in_london(at).date()
    return f"{DAYS[day.weekday()]} {short_date(day)} at {clock_time(at)}"
