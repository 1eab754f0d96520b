"""The ways as words of a sentence and of a drawing."""

from collections.abc import Iterable

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.words import WAYS

# What one contact of each way is called, several of them, and the way itself as somebody asks for it.
_NOUNS = {
    Way.TEXT: ("text", "texts", "texts"),
    Way.EMAIL: ("e-mail", "e-mails", "e-mails"),
    Way.LETTER: ("letter", "letters", "letters"),
    Way.PHONE: ("phone call", "phone calls", "phone calls"),
    Way.VOICEMAIL: ("voicemail", "voicemails", "voicemail"),
    Way.VIDEO: ("video call", "video calls", "video calls"),
    Way.VISIT: ("visit", "visits", "visits"),
    Way.CLINIC: ("clinic appointment", "clinic appointments", "clinic appointments"),
    Way.THROUGH_SOMEONE: (
        "contact through somebody else",
        "contacts through somebody else",
        "contact through somebody else",
    ),
}
SHORT_NAMES = {**WAYS, Way.THROUGH_SOMEONE: "Somebody else"}
"""What fits beside a row and above a column."""

STANDINGS = {
    Standing.BEST: "Best way",
    Standing.FINE: "Fine",
    Standing.ONLY_IF_URGENT: "Only if urgent",
    Standing.NOT_WANTED: "Never",
    Standing.NOT_SAFE: "Never: not safe",
}


def one(way: Way) -> str:
    """phone call"""
    return _NOUNS[way][0]


def a(way: Way) -> str:
    """a phone call, an e-mail"""
    return f"{'an' if way is Way.EMAIL else 'a'} {one(way)}"


def several(way: Way) -> str:
    """phone calls"""
    return _NOUNS[way][1]


def counted(count: int, way: Way) -> str:
    """1 phone call, 5 phone calls"""
    return f"{count} {one(way) if count == 1 else several(way)}"


def wanted(ways: Iterable[Way], last: str = "and") -> str:
    """texts, letters and visits"""
    return listed([_NOUNS[way][2] for way in ways], last)


def listed(words: Iterable[str], last: str = "and") -> str:
    """The words as one: "a", "a and b", "a, b and c"; "" of none."""
    *before, end = ["", *words]
    return f"{', '.join(before[1:])} {last} {end}" if before[1:] else end
