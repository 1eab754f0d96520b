"""What every line of a plan has besides: its plan."""

from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.people.models.line import Line


class PlanLine(Line):
    """A row of one plan."""

    plan_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("care_plan.id"), index=True)
