"""Everything that changes a line of the plan, as it happens."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.voice import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LONG, SHORT
from livingwell.extensions import Model


class PlanChange(PlanLine, Model):
    """One line, before and after one save: whose idea it was, and what the person answered. Never changed.

    `before` is none for a line that is new, `after` for one that was taken out; both are lines of a snapshot.
    `is_progress`: the plan only went on as it was agreed.
    """

    __tablename__ = "plan_change"
    __table_args__ = (Index("ix_plan_change_plan_id_created_at", "plan_id", "created_at"),)

    line_id: Mapped[UUID] = mapped_column(Uuid)
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    is_progress: Mapped[bool] = mapped_column(default=False)
    idea_of: Mapped[str] = mapped_column(String(SHORT), default="")
    answer: Mapped[str] = mapped_column(String(LONG), default="")
    answered_on: Mapped[date | None]
    answered_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
