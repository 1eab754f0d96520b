"""How close the person says they are to a goal."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.extensions import Model


class Rating(PlanLine, Model):
    """The person's own number, 0 (not at all) to 10 (fully reached). The first is where they started from.

    It is another number than importance and confidence; those stand on the goal and on the step.
    """

    __tablename__ = "rating"
    __table_args__ = (
        CheckConstraint("value BETWEEN 0 AND 10", name="value_range"),
        Index("ix_rating_goal_id_rated_on", "goal_id", "rated_on"),
    )

    goal_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("goal.id"))
    value: Mapped[int]
    rated_on: Mapped[date]
