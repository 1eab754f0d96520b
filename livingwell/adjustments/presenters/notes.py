"""What other records said, and what the person said to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from livingwell.adjustments.labels import NOTE_OUTCOMES
from livingwell.adjustments.models import AnsweredNote, NoteOutcome
from livingwell.core.dates import long_date
from livingwell.people.models import ImportedNote

ICONS = {NoteOutcome.CONFIRMED: "done", NoteOutcome.CHANGED: "half", NoteOutcome.DECLINED: "not_done"}


@dataclass(frozen=True)
class AnsweredLine:
    """A line of another record, word for word, and what came of it. `why` is in the person's words."""

    said: str
    source: str
    icon: str
    outcome: str
    why: str
    by: str


def answered_lines(answers: Iterable[tuple[AnsweredNote, ImportedNote]]) -> Sequence[AnsweredLine]:
    """The notes that were talked through."""
    return [
        AnsweredLine(
            said=note.said,
            source=note.source,
            icon=ICONS[answered.outcome],
            outcome=NOTE_OUTCOMES[answered.outcome],
            why=answered.why,
            by=f"{long_date(answered.talked_on)}, written down by {answered.written_by}",
        )
        for answered, note in answers
    ]
