"""The way back: how somebody comes back without a new referral, and that they did."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.adjustments.models import Way
from livingwell.careplans.models import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models import Episode
from livingwell.people.models.line import Line


class WayBack(Line, Model):
    """One version of what was agreed for an episode; the last stands. `to_whom` is who answers, `way` the person's way.

    It is told once the person knows it (`told_on`, `told_how`).
    """

    __tablename__ = "way_back"
    __table_args__ = (Index("uq_way_back_episode_id_number", "episode_id", "number", unique=True),)

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"))
    number: Mapped[int]
    until_on: Mapped[date]
    to_whom: Mapped[str] = mapped_column(String(SHORT))
    way: Mapped[Way] = mapped_column(choice(Way))
    how: Mapped[str] = mapped_column(String(LINE), default="")
    told_on: Mapped[date | None]
    told_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))


class ComingBack(Line, Model):
    """Somebody came back: the way that they used, and the episode that it opened. A way back opens one.

    `told_how` is how they told the member who pressed it for them; none where they pressed it themself.
    """

    __tablename__ = "coming_back"

    way_back_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("way_back.id"), unique=True)
    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), unique=True)
    words: Mapped[str] = mapped_column(String(LINE), default="")
    told_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))


@dataclass(frozen=True)
class Support:
    """An episode with its way back as it stands, and whether it was used. No table: put together from these rows.

    `versions` of the way back, the newest first. `left_by`: the person came back after it. `came_by`: they had come
    back when it began.
    """

    episode: Episode
    versions: tuple[WayBack, ...]
    left_by: ComingBack | None
    came_by: ComingBack | None

    @property
    def way_back(self) -> WayBack | None:
        """What was agreed last."""
        return self.versions[0] if self.versions else None

    @property
    def is_over(self) -> bool:
        """Whether it ended after support was given or promised: a referral that was turned away is another matter."""
        return self.episode.ended_on is not None and self.episode.turned_away_on is None

    def is_open_for(self, on: date) -> bool:
        """Whether the person can come back by it on that day."""
        return self.is_over and self.left_by is None and self.way_back is not None and on <= self.way_back.until_on
