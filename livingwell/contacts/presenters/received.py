"""A text that waits to be filed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.contacts.models import UnfiledText
from livingwell.core.dates import date_and_time
from livingwell.people.models import Person


@dataclass(frozen=True)
class TextRow:
    """What came, from which number, and why nobody could file it."""

    id: UUID
    number: str
    words: str
    when: str
    why: str


def text_row(text: UnfiledText, owners: Sequence[Person]) -> TextRow:
    """Each says why it waits: a number that nobody has, or that several people share."""
    names = " and ".join(person.name for person in owners)
    why = f"This number is on the records of {names}" if owners else "Nobody on record has this number"
    return TextRow(text.id, text.number, text.words, date_and_time(text.came_at), why)
