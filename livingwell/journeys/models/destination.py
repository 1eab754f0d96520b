"""A destination: one of the options looked at together, what is good and hard about it, and what the person chose."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import HowSaid, Voiced
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.directory.models import Service
from livingwell.extensions import Model
from livingwell.journeys.models.area import Area
from livingwell.people.models.line import Line


class PointKind(StrEnum):
    """What is said about an option."""

    GOOD = "good"
    HARD = "hard"
    CONSEQUENCE = "consequence"


class DestinationPoint(Line, Voiced, Model):
    """What is good or hard about an option for this person, or what it could mean in their life."""

    __tablename__ = "destination_point"
    __table_args__ = (CheckConstraint("length(words) > 0", name="has_words"),)

    destination_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("destination.id"), index=True)
    kind: Mapped[PointKind] = mapped_column(choice(PointKind))
    words: Mapped[str] = mapped_column(String(LINE))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    def require_standing(self) -> None:
        """Raise Conflict once it was taken out or put in other words."""
        if self.ended_at is not None:
            raise Conflict("Somebody changed this while you were writing. Look at the option again.")


class Choice(StrEnum):
    """What the person said to an option."""

    CHOSEN = "chosen"
    NOT_NOW = "not_now"
    NO = "no"


class DestinationChoice(Line, Model):
    """What was said to an option on a day. Added to, never changed; the last one stands.

    `is_persons`: the person said it, themself or to a member (`how`). Otherwise it is a member's note that they could
    not be asked yet, and chooses nothing for them.
    """

    __tablename__ = "destination_choice"
    __table_args__ = (
        CheckConstraint("is_persons OR said <> 'chosen'", name="chosen_by_the_person"),
        Index("uq_destination_choice_destination_id_number", "destination_id", "number", unique=True),
    )

    destination_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("destination.id"))
    number: Mapped[int]
    said: Mapped[Choice] = mapped_column(choice(Choice))
    is_persons: Mapped[bool]
    how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    why: Mapped[str] = mapped_column(String(LINE), default="")
    chosen_on: Mapped[date]


class Destination(Line, Versioned, Voiced, Model):
    """An option for afterwards: an entry of the directory, or anything else, by its name.

    `preference` is the place that the person gave it among the options: 1 is what they would like most.
    """

    __tablename__ = "destination"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("preference >= 1", name="preference_possible"),
    )

    journey_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("onward_journey.id"), index=True)
    area: Mapped[Area | None] = mapped_column(choice(Area))
    service_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("service.id"), index=True)
    name: Mapped[str] = mapped_column(String(SHORT))
    what: Mapped[str] = mapped_column(String(LINE), default="")
    preference: Mapped[int | None]
    dropped_at: Mapped[datetime | None] = mapped_column(Instant)

    service: Mapped[Service | None] = relationship(lazy="raise_on_sql")
    points: Mapped[list[DestinationPoint]] = relationship(order_by=DestinationPoint.created_at, lazy="raise_on_sql")
    choices: Mapped[list[DestinationChoice]] = relationship(order_by=DestinationChoice.number, lazy="raise_on_sql")

    @property
    def answer(self) -> DestinationChoice | None:
        """What the person said last, or none. A note that they could not be asked takes nothing back."""
        return next((each for each in reversed(self.choices) if each.is_persons), None)

    @property
    def stands(self) -> Choice | None:
        """The same in one word."""
        return self.answer.said if self.answer else None

    @property
    def current_points(self) -> list[DestinationPoint]:
        return [point for point in self.points if point.ended_at is None]

    @property
    def last_number(self) -> int:
        """The number of what was written down last, to be given back with a new answer; 0 before the first."""
        return self.choices[-1].number if self.choices else 0

    def point(self, point_id: UUID) -> DestinationPoint:
        """A point, whether or not it still stands. Raises NotFound for another option's."""
        for point in self.points:
            if point.id == point_id:
                return point
        raise NotFound
