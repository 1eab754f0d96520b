"""What a direction could mean in the person's life, before it is fixed."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models.line import PlanLine
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LONG, SHORT
from livingwell.extensions import Model


class ConsequenceArea(StrEnum):
    """The part of life that it could touch."""

    INSURANCE = "insurance"
    TRAVEL = "travel"
    DRIVING = "driving"
    BENEFITS = "benefits"
    WORK = "work"
    FAMILY = "family"
    OTHER = "something else"


class Consequence(PlanLine, Versioned, Model):
    """Something that may follow, who raised it, and what the person decided once it was talked through."""

    __tablename__ = "consequence"
    __table_args__ = (
        CheckConstraint("length(what) > 0", name="has_what"),
        CheckConstraint("decided = '' OR talked_through_on IS NOT NULL", name="decided_once_talked_through"),
    )

    area: Mapped[ConsequenceArea] = mapped_column(choice(ConsequenceArea))
    what: Mapped[str] = mapped_column(String(LONG))
    raised_on: Mapped[date]
    goal_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("goal.id"))
    talked_through_on: Mapped[date | None]
    talked_through_by: Mapped[str] = mapped_column(String(SHORT), default="")
    decided: Mapped[str] = mapped_column(String(LONG), default="")

    @property
    def is_open(self) -> bool:
        """Whether nobody has talked it through with the person yet."""
        return self.talked_through_on is None

    def talk_through(self, on: date, by: str, decided: str) -> None:
        """It was talked through with the person, who may have decided something, or not yet."""
        self.talked_through_on, self.talked_through_by, self.decided = on, by, decided
