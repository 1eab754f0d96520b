"""The onward journey: what the person hopes for after our support, from the first plan on."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import Voiced
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LONG
from livingwell.extensions import Model
from livingwell.journeys.models.area import Area
from livingwell.journeys.models.destination import Destination
from livingwell.people.models.line import Line


class Hope(Line, Versioned, Voiced, Model):
    """One hope for after. New words are a new row: the old one is ended, and kept."""

    __tablename__ = "hope"
    __table_args__ = (CheckConstraint("length(words) > 0", name="has_words"),)

    journey_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("onward_journey.id"), index=True)
    area: Mapped[Area | None] = mapped_column(choice(Area))
    words: Mapped[str] = mapped_column(String(LONG))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    replaces_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("hope.id"))


class OnwardJourney(Line, Versioned, Model):
    """A person's way on from one episode of support. An episode has one."""

    __tablename__ = "onward_journey"

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), unique=True)
    started_on: Mapped[date]

    hopes: Mapped[list[Hope]] = relationship(order_by=Hope.created_at, lazy="raise_on_sql")
    destinations: Mapped[list[Destination]] = relationship(order_by=Destination.created_at, lazy="raise_on_sql")
