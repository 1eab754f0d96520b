"""The print queue, as a member works through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from livingwell.adjustments.models import Background
from livingwell.contacts.models import Letter
from livingwell.contacts.presenters.writing import format_words
from livingwell.core.dates import date_and_time
from livingwell.people.models import Person


@dataclass(frozen=True)
class PrintRow:
    """One letter to print and post. `paper` says what it is to be printed on."""

    person_id: UUID
    letter_id: UUID
    name: str
    waiting_since: str
    by: str
    format: str
    paper: str
    pages: str
    has_pdf: bool
    is_audio_ready: bool


def print_rows(letters: Iterable[tuple[Letter, Person]]) -> list[PrintRow]:
    """Each with what it takes to make it as the person asked."""
    return [_row(letter, person) for letter, person in letters]


def _row(letter: Letter, person: Person) -> PrintRow:
    sent_at = letter.sending.created_at if letter.sending else letter.created_at
    return PrintRow(
        person_id=person.id,
        letter_id=letter.id,
        name=person.name,
        waiting_since=date_and_time(sent_at),
        by=letter.written_by,
        format=", ".join(format_words(letter.format, letter.way)),
        paper=_paper(letter.background),
        pages=_pages(letter.page_count),
        has_pdf=letter.page_count is not None,
        is_audio_ready=letter.is_audio_ready,
    )


def _paper(background: Background) -> str:
    if background is Background.WHITE:
        return "White paper"
    return f"In colour, or in black on {background.value} paper"


def _pages(count: int | None) -> str:
    return "" if count is None else "1 page" if count == 1 else f"{count} pages"
