"""What the person says about themselves, and what they need."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.voice import Voiced
from livingwell.core.clock import now
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LONG
from livingwell.extensions import Model


class StatementKind(StrEnum):
    """What a statement is about. A plan has several needs, and one of each of the others."""

    MATTERS = "matters"
    GOOD_AT = "good_at"
    NEED = "need"
    WHERE_NEXT = "where_next"

    @property
    def is_single(self) -> bool:
        return self is not StatementKind.NEED


class Statement(PlanLine, Versioned, Voiced, Model):
    """One statement. New words are a new row: the old one is ended, and kept."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        Index("ix_statement_person_id_kind_ended_at", "person_id", "kind", "ended_at"),
    )

    kind: Mapped[StatementKind] = mapped_column(choice(StatementKind))
    words: Mapped[str] = mapped_column(String(LONG))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    replaces_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("statement.id"))

    @property
    def is_current(self) -> bool:
        return self.ended_at is None

    def end(self) -> None:
        """Take it off the plan; the row stays."""
        self.ended_at = now()
