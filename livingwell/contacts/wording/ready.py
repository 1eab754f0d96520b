"""Words ready to send: short, plain, one question, and nothing about anybody's health."""

from datetime import datetime

from livingwell.contacts.models import Contact
from livingwell.core.clock import in_london
from livingwell.core.dates import DAYS, clock_time, short_date


def in_touch_words(name: str, me: str) -> str:
    """For somebody whom we would otherwise have phoned."""
    return f"Hi {name}, it’s {me}. How are things? You can answer whenever it suits you. There is no rush."


def offer_words(name: str, me: str, when: str) -> str:
    """For a time to meet, before it is planned."""
    return f"Hi {name}, it’s {me}. Would {when} suit you? If not, say what would be better. There is no rush to answer."


def missed_words(name: str, me: str) -> str:
    """After an appointment that was missed."""
    return (
        f"Hi {name}, it’s {me}. Sorry we missed each other. That is all right. Shall we find another time, or another "
        "way? There is no rush to answer."
    )


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
