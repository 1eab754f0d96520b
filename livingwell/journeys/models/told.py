"""What the person told a member: that words are theirs, or may be changed; and when and how they told it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class OnwardTold(Line, Model):
    """How the person gave one answer. `about_id` is the hope, the option or the point that it is about.

    Where it is about the journey itself, it is the order of the options. Added to, never changed.
    """

    __tablename__ = "onward_told"

    journey_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("onward_journey.id"), index=True)
    about_id: Mapped[UUID] = mapped_column(Uuid)
    said_on: Mapped[date]
    how: Mapped[HowSaid] = mapped_column(choice(HowSaid))
    words: Mapped[str] = mapped_column(String(LINE), default="")
