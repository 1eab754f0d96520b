"""What was copied into the trust's own record."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class CopiedWhat(StrEnum):
    """What was copied. `subject_id` says which one."""

    PLAN = "plan"
    DISCUSSION = "discussion"


class CopiedToRecord(Line, Model):
    """The text that somebody pasted into the trust's record, so that what changed since can be told."""

    __tablename__ = "copied_to_record"
    __table_args__ = (Index("ix_copied_to_record_subject_id_created_at", "subject_id", "created_at"),)

    what: Mapped[CopiedWhat] = mapped_column(choice(CopiedWhat))
    subject_id: Mapped[UUID] = mapped_column(Uuid)
    text: Mapped[str] = mapped_column(Text)
