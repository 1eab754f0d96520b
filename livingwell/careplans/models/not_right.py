"""One line of the plan to which the person said no, and why."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.suggestion import TargetKind
from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model


class NotRight(PlanLine, Model):
    """A no to one line, as a part of the no to a version. It says which line by its id: never the line's words."""

    __tablename__ = "not_right"
    __table_args__ = (CheckConstraint("length(why) > 0", name="has_why"),)

    agreement_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("agreement.id"), index=True)
    line_kind: Mapped[TargetKind] = mapped_column(choice(TargetKind))
    line_id: Mapped[UUID] = mapped_column(Uuid)
    why: Mapped[str] = mapped_column(String(LINE))
