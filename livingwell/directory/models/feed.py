"""A feed of services: where it is read from, and how each reading went."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model

STANDARD = 40


class Feed(Identified, Timed, Versioned, Model):
    """Where services come from. `url` is empty for one that is handed over as a file."""

    __tablename__ = "feed"

    name: Mapped[str] = mapped_column(String(SHORT), unique=True)
    url: Mapped[str] = mapped_column(String(LINE), default="")


class ReadingStage(StrEnum):
    """How far a reading has got, derived from its instants."""

    READING = "reading"
    READY = "ready"
    LIVE = "live"
    STOPPED = "stopped"


class FeedReading(Identified, Timed, Versioned, Model):
    """One reading of a feed: all of it is set aside first, looked at, and then made live at once, or not at all.

    `would_*` are the counts that the comparison found, the others what happened. `digest` names what was read: two
    readings with one digest read the same.
    """

    __tablename__ = "feed_reading"
    __table_args__ = (
        CheckConstraint("live_at IS NULL OR read_at IS NOT NULL", name="read_before_live"),
        CheckConstraint("live_at IS NULL OR stopped_at IS NULL", name="live_or_stopped"),
        CheckConstraint("stopped_at IS NULL OR length(stopped_why) > 0", name="stopped_says_why"),
        Index("ix_feed_reading_feed_id_created_at", "feed_id", "created_at"),
    )

    feed_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("feed.id"))
    started_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    started_by: Mapped[str] = mapped_column(String(SHORT))
    source: Mapped[str] = mapped_column(String(LINE))
    standard: Mapped[str] = mapped_column(String(STANDARD), default="")
    encoding: Mapped[str] = mapped_column(String(STANDARD), default="")
    rows_read: Mapped[int] = mapped_column(Integer, default=0)
    rows_refused: Mapped[int] = mapped_column(Integer, default=0)
    rows_closed: Mapped[int] = mapped_column(Integer, default=0)
    digest: Mapped[str] = mapped_column(String(64), default="")
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    live_at: Mapped[datetime | None] = mapped_column(Instant)
    live_by: Mapped[str] = mapped_column(String(SHORT), default="")
    came_new: Mapped[int] = mapped_column(Integer, default=0)
    came_changed: Mapped[int] = mapped_column(Integer, default=0)
    went: Mapped[int] = mapped_column(Integer, default=0)
    kept_by_hand: Mapped[int] = mapped_column(Integer, default=0)
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    stopped_why: Mapped[str] = mapped_column(String(LINE), default="")

    feed: Mapped[Feed] = relationship(lazy="raise_on_sql")

    @property
    def stage(self) -> ReadingStage:
        if self.stopped_at:
            return ReadingStage.STOPPED
        if self.live_at:
            return ReadingStage.LIVE
        return ReadingStage.READY if self.read_at else ReadingStage.READING

    def stop(self, why: str) -> None:
        """Nothing of it goes live any more. Raises Conflict once it is live."""
        if self.stage is ReadingStage.LIVE:
            raise Conflict("This reading is live already. Read the feed again to change what it brought.")
        self.stopped_at, self.stopped_why = now(), why[:LINE]

    def go_live(self, by: str) -> None:
        """Somebody looked at what would happen and said yes. Raises Conflict unless all of it was read."""
        if self.stage is not ReadingStage.READY:
            raise Conflict("This reading can’t be made live. Read the feed again.")
        self.live_at, self.live_by = now(), by


class FeedTurn(Model):
    """Whose turn it is to read a feed. There is one for a feed at most, so two readings never run into each other.

    `until` moves on as rows come: past it, whoever read was cut off, and the next may begin. Without `taken_at` the
    worker hasn't begun yet.
    """

    __tablename__ = "feed_turn"

    feed_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("feed.id"), primary_key=True)
    reading_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("feed_reading.id"), unique=True)
    until: Mapped[datetime] = mapped_column(Instant)
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    rows_so_far: Mapped[int] = mapped_column(Integer, default=0)


class WordsDue(Model):
    """A service that a feed brought or changed, whose words no search finds yet. The worker goes through them."""

    __tablename__ = "words_due"

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), primary_key=True)
