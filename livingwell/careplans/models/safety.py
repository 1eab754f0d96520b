"""The safety plan: made together, with no score and no level of risk."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.text import LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class SafetyPlan(Line, Model):
    """One version of it. Saving makes the next; none is changed."""

    __tablename__ = "safety_plan"
    __table_args__ = (
        CheckConstraint("length(triggers) > 0", name="has_triggers"),
        Index("uq_safety_plan_person_id_number", "person_id", "number", unique=True),
    )

    number: Mapped[int]
    triggers: Mapped[str] = mapped_column(String(LONG))
    early_signs: Mapped[str] = mapped_column(String(LONG), default="")
    what_helps: Mapped[str] = mapped_column(String(LONG), default="")
    what_should_happen: Mapped[str] = mapped_column(String(LONG), default="")
    who_to_contact: Mapped[str] = mapped_column(String(LONG), default="")
    advance_wishes: Mapped[str] = mapped_column(String(LONG), default="")
    agreed_with: Mapped[str] = mapped_column(String(SHORT), default="")
    agreed_on: Mapped[date | None]
    saved_on: Mapped[date]
    review_on: Mapped[date | None]
