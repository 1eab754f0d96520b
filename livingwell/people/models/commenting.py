"""What the person says about something that is written of them, kept beside it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Instant
from livingwell.core.text import LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

CAN_BE_COMMENTED = frozenset(
    {
        "statement",
        "goal",
        "step",
        "consequence",
        "safety_plan",
        "contact",
        "letter",
        "closing_paper",
        "telling",
        "imported_note",
    }
)
"""The tables of what is written about a person, for them to say something about. An address names no other."""


class PersonComment(Line, Model):
    """The person's own words about a row of their record ("that isn't how I'd put it"). Shown wherever the row is.

    It changes nothing in the row itself. `how` says how it was said where a member wrote it down for the person.
    `taken_back_at`: the person doesn't want it shown any more; it stays in the history.
    """

    __tablename__ = "person_comment"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        Index("ix_person_comment_row", "table_name", "row_id"),
    )

    table_name: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[UUID] = mapped_column(Uuid)
    words: Mapped[str] = mapped_column(String(LONG))
    said_on: Mapped[date]
    how: Mapped[str] = mapped_column(String(SHORT), default="")
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
