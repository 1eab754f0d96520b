"""A goal that a person keeps to themself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Instant, Timed, Versioned
from livingwell.core.text import LINE, LONG
from livingwell.extensions import Model


class PrivateGoal(Identified, Timed, Versioned, Model):
    """The person's alone until they share it. No page, list, count or export of the team may read this table.

    Shared, it is a suggestion of the person's own; the notes stay private. It can be thrown away, and is then gone.
    """

    __tablename__ = "private_goal"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        CheckConstraint("(shared_at IS NULL) = (suggestion_id IS NULL)", name="shared_as_a_suggestion"),
        Index("ix_private_goal_person_id", "person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(String(LINE))
    notes: Mapped[str] = mapped_column(String(LONG), default="")
    shared_at: Mapped[datetime | None] = mapped_column(Instant)
    suggestion_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("suggestion.id"))

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None
