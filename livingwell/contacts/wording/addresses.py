"""Where a message goes: the address on the record, as the way needs it."""

import re

from livingwell.adjustments.models import Way
from livingwell.core.contact import is_email, is_phone, normal_number
from livingwell.core.errors import Conflict
from livingwell.core.text import LINE
from livingwell.people.models import Person

MOST_LINES = 7  # GOV.UK Notify, and the window of an envelope
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)


def address_for(person: Person, way: Way) -> str:
    """The number, the e-mail address, or the lines for the window of an envelope.

    Raises Conflict, with what to do, where the record has none that this way can use.
    """
    if way is Way.TEXT:
        return _number(person)
    return _email(person) if way is Way.EMAIL else _lines(person)


def is_complete(address_lines: str) -> bool:
    """Whether a post office can deliver it: a name, a street, and a postcode in the last line."""
    lines = address_lines.split("\n")
    return 3 <= len(lines) <= MOST_LINES and _POSTCODE.fullmatch(lines[-1].strip()) is not None


def _number(person: Person) -> str:
    if not is_phone(person.mobile):
        raise Conflict(_missing(person, "mobile number"))
    return normal_number(person.mobile)


def _email(person: Person) -> str:
    if not is_email(person.email):
        raise Conflict(_missing(person, "e-mail address"))
    return person.email


def _lines(person: Person) -> str:
    if not person.address:
        raise Conflict(_missing(person, "address"))
    parts = [part.strip() for part in re.split(r"[\n,]", person.address) if part.strip()]
    lines = [person.name, *parts, *([person.postcode] if person.postcode else [])]
    if len(lines) > MOST_LINES:
        spare = len(lines) - MOST_LINES
        lines = [lines[0], ", ".join(lines[1 : spare + 2]), *lines[spare + 2 :]]
    return "\n".join(lines)[:LINE]


def _missing(person: Person, what: str) -> str:
    return (
        f"No {what} that can be used is on {person.preferred_name}’s record. Add it to the details, or use another way."
    )
