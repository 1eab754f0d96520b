"""The list behind a figure: the same cells on the page and in the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Met
from livingwell.contacts.words import AS_ASKED, WAYS, outcome_words
from livingwell.core.dates import date_and_time, long_date
from livingwell.oversight.models import Figure, Wanted

HEADINGS = {
    Figure.CONTACTS: ("When", "Way", "What came of it", "As asked", "Reason"),
    Figure.PHONED: ("When", "What came of it", "Emergency", "Reason"),
    Figure.ADJUSTMENTS: ("When", "Adjustment", "Met", "Why not"),
    Figure.REVIEWS: ("Review due", "Adjustment"),
    Figure.ENDED_ANYWAY: ("When", "By", "Why"),
}
_TITLES = {
    Figure.CONTACTS: "Contacts that we made",
    Figure.PHONED: "Phone calls to people who had asked for none",
    Figure.ADJUSTMENTS: "Was each adjustment met?",
    Figure.REVIEWS: "Adjustments awaiting review",
    Figure.ENDED_ANYWAY: "Ended anyway by a team lead",
}
_PARTS = {
    (Figure.CONTACTS, True): "Contacts made as asked",
    (Figure.CONTACTS, False): "Contacts not made as asked",
    (Figure.ADJUSTMENTS, True): "Adjustments that were met",
    (Figure.ADJUSTMENTS, False): "Adjustments that were not met",
}


@dataclass(frozen=True)
class Line:
    """One row: whom it is about, and a cell for each heading."""

    person_id: UUID
    name: str
    cells: tuple[str, ...]


def title_of(wanted: Wanted) -> str:
    """What the list holds: "Contacts made as asked: text"."""
    title = _TITLES[wanted.figure] if wanted.is_kept is None else _PARTS[wanted.figure, wanted.is_kept]
    return f"{title}: {WAYS[wanted.way].lower()}" if wanted.way else title


def lines_of(figure: Figure, rows: Iterable[Any]) -> list[Line]:
    """The rows as the query gave them, in words."""
    cells = {
        Figure.CONTACTS: _contact,
        Figure.PHONED: _call,
        Figure.ADJUSTMENTS: _answer,
        Figure.REVIEWS: _review,
        Figure.ENDED_ANYWAY: _ending,
    }[figure]
    return [Line(row.person_id, f"{row.preferred_name} {row.family_name}", cells(row)) for row in rows]


def file_of(figure: Figure, rows: Iterable[Any]) -> Iterable[Sequence[str]]:
    """The rows of a file: a heading, then each line."""
    yield ("Name", *HEADINGS[figure])
    yield from ((line.name, *line.cells) for line in lines_of(figure, rows))


def _contact(row: Any) -> tuple[str, ...]:
    came = outcome_words(row.outcome, row.preferred_name)
    return date_and_time(row.at), WAYS[row.way], came, AS_ASKED[row.as_asked].capitalize(), _reason(row)


def _call(row: Any) -> tuple[str, ...]:
    is_emergency = "Yes" if row.is_emergency else "No"
    return date_and_time(row.at), outcome_words(row.outcome, row.preferred_name), is_emergency, row.reason


def _reason(row: Any) -> str:
    return row.reason or ("An emergency" if row.is_emergency else "")


def _answer(row: Any) -> tuple[str, ...]:
    return long_date(row.happened_on), row.what, "Met" if row.met is Met.MET else "Not met", row.why


def _review(row: Any) -> tuple[str, ...]:
    return long_date(row.review_on), row.what


def _ending(row: Any) -> tuple[str, ...]:
    return long_date(row.closed_on), row.written_by, row.overridden_why
