"""One contact in full."""

from dataclasses import dataclass
from datetime import datetime

from livingwell.adjustments.models import Against
from livingwell.contacts.models import AsAsked, Contact, ContactKind
from livingwell.contacts.presenters.listing import became_words
from livingwell.contacts.words import AS_ASKED, KINDS, WAYS
from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, date_and_time, day_and_date, long_date

WENT_AGAINST = {
    Against.NOT_SAFE: "not safe",
    Against.NOT_WANTED: "never",
    Against.NOT_URGENT: "only if urgent",
    Against.TIME: "not at this time",
    Against.NOTICE: "more notice",
}


@dataclass(frozen=True)
class ContactCard:
    """One contact: its facts as pairs, and how it matched what the person had asked."""

    id: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    note: str
    is_appointment: bool
    is_ahead: bool
    verdict: str
    is_against: bool
    words: str
    why: str
    row_version: int

    @classmethod
    def of(cls, contact: Contact, name: str, now: datetime) -> "ContactCard":
        kind = KINDS[contact.kind].format(name=name)
        way = f"{WAYS[contact.way]}, {kind}" if kind else WAYS[contact.way]
        return cls(
            id=str(contact.id),
            heading=f"{way}, {date_and_time(contact.at)}",
            facts=_facts(contact, name, now),
            note=contact.note,
            is_appointment=contact.kind is ContactKind.APPOINTMENT,
            is_ahead=contact.is_ahead,
            verdict=_verdict(contact),
            is_against=contact.as_asked is AsAsked.NOT_AS_ASKED,
            words=contact.went_against,
            why=_why(contact),
            row_version=contact.row_version,
        )


def when_words(contact: Contact) -> str:
    """Tuesday 23 June 2026, 1pm to 2pm"""
    day = day_and_date(in_london(contact.at).date())
    ends = f" to {clock_time(contact.ends_at)}" if contact.ends_at else ""
    return f"{day}, {clock_time(contact.at)}{ends}"


def _facts(contact: Contact, name: str, now: datetime) -> tuple[tuple[str, str], ...]:
    code = contact.outcome.attendance_code if contact.outcome else None
    became = became_words(contact, name, now)
    noted_by = contact.outcome_by.name if contact.outcome_by else contact.recorded_by.name
    return (
        ("When", when_words(contact)),
        ("Place", contact.place),
        ("Who", contact.made_by.name),
        ("What happened", f"{became} (attendance {code})" if code else became),
        ("Agreed", _day(contact.agreed_at) if contact.agreed_at else ""),
        ("Written down by", f"{noted_by}, {date_and_time(contact.outcome_at or contact.created_at)}"),
    )


def _verdict(contact: Contact) -> str:
    words = AS_ASKED[contact.as_asked].capitalize()
    if not contact.against:
        return words
    return f"{words}: {', '.join(WENT_AGAINST[each] for each in contact.against)}"


def _why(contact: Contact) -> str:
    if contact.is_emergency:
        return "Somebody was in danger."
    allowed = f" {contact.allowed_by.name} went on with it as team lead." if contact.allowed_by else ""
    return f"{contact.reason}{allowed}" if contact.reason else ""


def _day(instant: datetime) -> str:
    return long_date(in_london(instant).date())
