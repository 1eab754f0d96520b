"""Watching for falling through: that somebody was set aside from the list, with why and until when."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Instant
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class SetAside(Line, Model):
    """Until this day the person is not on the list of an episode's team. It can end sooner (`ended_at`)."""

    __tablename__ = "set_aside"
    __table_args__ = (CheckConstraint("length(why) > 0", name="says_why"),)

    episode_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("episode.id"), index=True)
    why: Mapped[str] = mapped_column(String(LINE))
    until_on: Mapped[date]
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
