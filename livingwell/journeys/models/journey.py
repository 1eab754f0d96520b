"""The onward journey: what the person hopes for after our support, from the first plan on."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import Voiced
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.model import Instant, Versioned, choice
from livingwell.core.text import LONG
from livingwell.extensions import Model
from livingwell.journeys.models.area import Area
from livingwell.journeys.models.destination import Destination, DestinationPoint, PointKind
from livingwell.journeys.models.told import OnwardTold
from livingwell.people.models import Episode
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

    def require_standing(self) -> None:
        """Raise Conflict once it was taken out."""
        if self.ended_at is not None:
            raise Conflict("Somebody took this out while you were writing. You can write it down as a new hope.")


class OnwardJourney(Line, Versioned, Model):
    """A person's way on from one episode of support. An episode has one."""

    __tablename__ = "onward_journey"

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), unique=True)
    started_on: Mapped[date]

    episode: Mapped[Episode] = relationship(lazy="raise_on_sql")
    hopes: Mapped[list[Hope]] = relationship(order_by=Hope.created_at, lazy="raise_on_sql")
    destinations: Mapped[list[Destination]] = relationship(order_by=Destination.created_at, lazy="raise_on_sql")
    told: Mapped[list[OnwardTold]] = relationship(order_by=OnwardTold.created_at, lazy="raise_on_sql")

    @property
    def current_hopes(self) -> list[Hope]:
        return [hope for hope in self.hopes if hope.ended_at is None]

    @property
    def options(self) -> list[Destination]:
        """What is looked at now, as the person would like it most; what they put in no order comes last."""
        looked_at = (each for each in self.destinations if each.dropped_at is None)
        return sorted(looked_at, key=lambda each: each.preference or len(self.destinations) + 1)

    @property
    def order_number(self) -> int:
        """How many times the person put the options in order: what a page that shows the order gives back."""
        return sum(each.about_id == self.id for each in self.told)

    def hope(self, hope_id: UUID) -> Hope:
        """The hope as it reads now, found by itself or by any wording before. Raises NotFound for another journey's.

        It may have been taken out: `require_standing` says so.
        """
        hope = next((each for each in self.hopes if each.id == hope_id), None)
        if hope is None:
            raise NotFound
        newer = next((each for each in self.hopes if each.replaces_id == hope_id), None)
        return self.hope(newer.id) if newer else hope

    def wording(self, hope: Hope) -> int:
        """How many times it was worded so far: 1 for a hope that nobody has put in other words."""
        older = next((each for each in self.hopes if each.id == hope.replaces_id), None)
        return 1 + (self.wording(older) if older else 0)

    def option(self, destination_id: UUID) -> Destination:
        """An option that is looked at now. Raises NotFound for one that was dropped, and for another journey's."""
        for option in self.options:
            if option.id == destination_id:
                return option
        raise NotFound

    def told_about(self, about_id: UUID) -> OnwardTold | None:
        """What the person told last about a hope, an option or a point; or, by the journey's id, about the order."""
        return next((each for each in reversed(self.told) if each.about_id == about_id), None)

    def open_consequences(self, option: Destination) -> list[DestinationPoint]:
        """What an option could mean that the person did not raise themself, and nobody has talked through with them."""
        return [
            point
            for point in option.current_points
            if point.kind is PointKind.CONSEQUENCE and not point.is_persons and self.told_about(point.id) is None
        ]

    def require_open(self) -> None:
        """Raise Conflict once the episode has ended."""
        if self.episode.ended_on is not None:
            raise Conflict("Support has ended. What was planned can be read, and no longer changed.")
