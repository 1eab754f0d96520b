"""What came of imported notes, and whether somebody was asked what they need."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.models import AnsweredNote, NothingNeeded
from livingwell.extensions import db
from livingwell.people.models import ImportedNote


def answers_to_notes(person_id: UUID) -> Mapping[UUID, AnsweredNote]:
    """What the person said to each note, by the note's id."""
    found = db.session.scalars(select(AnsweredNote).where(AnsweredNote.person_id == person_id))
    return {answered.note_id: answered for answered in found}


def last_nothing_needed(person_id: UUID) -> NothingNeeded | None:
    """When the person was last asked and needed nothing."""
    found = select(NothingNeeded).where(NothingNeeded.person_id == person_id)
    return db.session.scalar(found.order_by(NothingNeeded.asked_on.desc(), NothingNeeded.created_at.desc()).limit(1))


def note_behind(note_id: UUID | None) -> ImportedNote | None:
    """The note that an adjustment came from."""
    return db.session.get(ImportedNote, note_id) if note_id else None
