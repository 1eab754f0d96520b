"""What a carer told us, as staff read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.carers.labels import HOW_IT_CAME, MAY_SEE
from livingwell.carers.models import CarerNote, CarerNoteRead
from livingwell.core.dates import date_and_time


@dataclass(frozen=True)
class NoteCard:
    """One thing that a carer told us. `read` is who of us read it, as the carer is told; empty while nobody has."""

    id: UUID
    words: str
    source: str
    may_see: str
    is_open_to_person: bool
    read: str
    answer: str


def note_cards(notes: Iterable[CarerNote], name: str, carer_name: str) -> Sequence[NoteCard]:
    """Each with the carer's own say."""
    return [note_card(note, name, carer_name) for note in notes]


def note_card(note: CarerNote, name: str, carer_name: str) -> NoteCard:
    """One of them."""
    source = f"{date_and_time(note.told_at)}, {HOW_IT_CAME[note.how].lower()}"
    return NoteCard(
        id=note.id,
        words=note.words,
        source=source if note.written_by == carer_name else f"{source}, written down by {note.written_by}",
        may_see=MAY_SEE[note.may_see].format(name=name, carer=carer_name),
        is_open_to_person=note.is_open_to_person,
        read=read_words(note.read),
        answer=note.read.words if note.read else "",
    )


def read_words(read: CarerNoteRead | None) -> str:
    """Jo Brennan, peer support worker, read this on 3 May 2026, 2pm. Empty while nobody has."""
    if read is None:
        return ""
    who = f"{read.written_by}, {read.profession.label}," if read.profession else read.written_by
    return f"{who} read this on {date_and_time(read.created_at)}"
