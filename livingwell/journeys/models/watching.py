"""Watching for falling through: why somebody is on the list, and that they were set aside from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Instant
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line

LONGEST_WEEKS = 12
"""A person is set aside for this long at most. Whoever still has a reason then says it again."""


class Missed(StrEnum):
    """What we have not done in time for somebody, in the order in which a row tells it."""

    CONTACT = "contact"
    PLAN = "plan"
    DECISION = "decision"
    HAND_OVER = "hand_over"
    LANDING = "landing"
    ADJUSTMENT = "adjustment"


@dataclass(frozen=True)
class Why:
    """One thing that we have not done: since when, and what it is about in words of the record, if anything."""

    missed: Missed
    since: date
    about: str


@dataclass(frozen=True)
class Watched:
    """Somebody on the list, with every reason. `meets_at`: when the meeting is whose agenda they are on."""

    person_id: UUID
    episode_id: UUID
    name: str
    whys: Sequence[Why]
    meets_at: datetime | None
    is_asked_for: bool

    @property
    def since(self) -> date:
        return min(why.since for why in self.whys)

    @property
    def is_on_agenda(self) -> bool:
        return self.is_asked_for or self.meets_at is not None


class SetAside(Line, Model):
    """Until this day the person is not on the list of an episode's team. It can end sooner (`ended_at`)."""

    __tablename__ = "set_aside"
    __table_args__ = (CheckConstraint("length(why) > 0", name="says_why"),)

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), index=True)
    why: Mapped[str] = mapped_column(String(LINE))
    until_on: Mapped[date]
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    def end(self) -> None:
        """From now on they are on the list again. Raises Conflict where that is so already."""
        if self.ended_at is not None:
            raise Conflict("They are back on the list already.")
        self.ended_at = now()
