"""That somebody was asked what they need, whatever came of it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line

NEVER_ASKED = "adjustments_never_asked"
"""The kind of Ask: nobody has asked somebody, whom the member supports, how to reach them."""


class NothingNeeded(Line, Model):
    """We asked, and on that day the person needed nothing to be done otherwise."""

    __tablename__ = "nothing_needed"
    __table_args__ = (Index("ix_nothing_needed_person_id_asked_on", "person_id", "asked_on"),)

    asked_on: Mapped[date]
    said: Mapped[str] = mapped_column(String(LINE), default="")


class NoteOutcome(StrEnum):
    """What the person said to what another record says about them."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    DECLINED = "declined"


class AnsweredNote(Line, Model):
    """An imported note that was talked through with the person. Once, and nothing becomes an adjustment by itself."""

    __tablename__ = "answered_note"
    __table_args__ = (
        CheckConstraint("outcome <> 'declined' OR length(why) > 0", name="declined_has_why"),
        Index("uq_answered_note_note_id", "note_id", unique=True),
    )

    note_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("imported_note.id"))
    outcome: Mapped[NoteOutcome] = mapped_column(choice(NoteOutcome))
    talked_on: Mapped[date]
    why: Mapped[str] = mapped_column(String(LINE), default="")
