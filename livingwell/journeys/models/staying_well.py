"""The staying-well plan: the person's, written with them, for after our support."""

from datetime import date

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LONG
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class StayingWellPlan(Line, Model):
    """One version of it. Saving makes the next; none is changed. All of its parts are optional.

    It is agreed where the person said that it is theirs (`agreed_on`, `agreed_how`).
    """

    __tablename__ = "staying_well_plan"
    __table_args__ = (Index("uq_staying_well_plan_person_id_number", "person_id", "number", unique=True),)

    number: Mapped[int]
    keeps_me_well: Mapped[str] = mapped_column(String(LONG), default="")
    early_signs: Mapped[str] = mapped_column(String(LONG), default="")
    triggers: Mapped[str] = mapped_column(String(LONG), default="")
    what_helps: Mapped[str] = mapped_column(String(LONG), default="")
    who_to_call: Mapped[str] = mapped_column(String(LONG), default="")
    what_should_happen: Mapped[str] = mapped_column(String(LONG), default="")
    agreed_on: Mapped[date | None]
    agreed_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    saved_on: Mapped[date]
