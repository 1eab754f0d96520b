"""What came of imported notes, and whether somebody was asked what they need."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.models import AnsweredNote, NothingNeeded
from livingwell.extensions import db
from livingwell.people.models import ImportedNote
from livingwell.people.queries.striking import is_struck


def answered_notes(person_id: UUID) -> Sequence[tuple[AnsweredNote, ImportedNote]]:
    """What the person said to each note of another record, the latest first."""
    rows = db.session.execute(
        select(AnsweredNote, ImportedNote)
        .join(ImportedNote, ImportedNote.id == AnsweredNote.note_id)
        .where(AnsweredNote.person_id == person_id, ~is_struck(ImportedNote))
        .order_by(AnsweredNote.talked_on.desc(), AnsweredNote.created_at.desc())
    )
    return [(answered, note) for answered, note in rows]


def last_nothing_needed(person_id: UUID) -> NothingNeeded | None:
    """When the person was last asked and needed nothing."""
    found = select(NothingNeeded).where(NothingNeeded.person_id == person_id)
    return db.session.scalar(found.order_by(NothingNeeded.asked_on.desc(), NothingNeeded.created_at.desc()).limit(1))


def note_behind(note_id: UUID | None) -> ImportedNote | None:
    """The note that an adjustment came from."""
    return db.session.get(ImportedNote, note_id) if note_id else None
