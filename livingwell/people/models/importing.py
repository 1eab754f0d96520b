"""What an import brought, refused, and left for somebody to decide."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model


class ImportBatch(Identified, Timed, Model):
    """A caseload file on its way in, some hundred rows at a step. The file is dropped when it is done."""

    __tablename__ = "import_batch"

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    file_name: Mapped[str] = mapped_column(String(SHORT))
    imported_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    file: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    rows_total: Mapped[int] = mapped_column(Integer, default=0)
    rows_done: Mapped[int] = mapped_column(Integer, default=0)
    rows_in: Mapped[int] = mapped_column(Integer, default=0)
    rows_refused: Mapped[int] = mapped_column(Integer, default=0)
    rows_here_already: Mapped[int] = mapped_column(Integer, default=0)
    rows_held: Mapped[int] = mapped_column(Integer, default=0)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)


class RefusedRow(Identified, Model):
    """A row that can't come in, with its line in the file and why."""

    __tablename__ = "refused_row"

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"), index=True)
    line: Mapped[int]
    reason: Mapped[str] = mapped_column(String(LINE))
    row: Mapped[Any] = mapped_column(JSON)


class HeldReason(StrEnum):
    """Why a row waits for a person."""

    MAY_BE_KNOWN = "may_be_known"
    HERE_ALREADY = "here_already"


class HeldRow(Identified, Timed, Model):
    """A row that may be somebody known and is never merged, or one that is here already and what differs."""

    __tablename__ = "held_row"
    __table_args__ = (Index("ix_held_row_batch_id_line", "batch_id", "line"),)

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"))
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    line: Mapped[int]
    reason: Mapped[HeldReason] = mapped_column(choice(HeldReason))
    row: Mapped[Any] = mapped_column(JSON)
    person_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    differences: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    decision: Mapped[str] = mapped_column(String(SHORT), default="")
