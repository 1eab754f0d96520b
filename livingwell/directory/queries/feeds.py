"""Feeds, their readings, and whose turn it is."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import joinedload

from livingwell.core.errors import NotFound
from livingwell.directory.models import Feed, FeedReading, FeedRefusal, FeedRow, FeedTurn, WordsDue
from livingwell.extensions import db

_FRESH = {"populate_existing": True}


def feeds_by_name() -> Sequence[Feed]:
    """Every feed."""
    return db.session.scalars(select(Feed).order_by(Feed.name)).all()


def feed_called(name: str) -> Feed | None:
    """The feed of this name, if there is one."""
    return db.session.scalars(select(Feed).where(Feed.name == name)).one_or_none()


def feed_of(feed_id: UUID) -> Feed:
    """The feed. Raises NotFound."""
    feed = db.session.get(Feed, feed_id)
    if feed is None:
        raise NotFound
    return feed


def feed_for_change(feed_id: UUID) -> Feed:
    """The feed, held until the action ends: whoever starts or finishes a reading of it does so alone."""
    held = select(Feed).where(Feed.id == feed_id).with_for_update()
    feed = db.session.scalars(held, execution_options=_FRESH).one_or_none()
    if feed is None:
        raise NotFound
    return feed


def reading_of(reading_id: UUID) -> FeedReading:
    """The reading with its feed. Raises NotFound."""
    wanted = select(FeedReading).where(FeedReading.id == reading_id).options(joinedload(FeedReading.feed))
    reading = db.session.scalars(wanted).one_or_none()
    if reading is None:
        raise NotFound
    return reading


def reading_for_change(reading_id: UUID) -> FeedReading:
    """The reading as it stands now, its feed held. Raises NotFound."""
    feed_for_change(reading_of(reading_id).feed_id)
    wanted = select(FeedReading).where(FeedReading.id == reading_id).options(joinedload(FeedReading.feed))
    return db.session.scalars(wanted, execution_options=_FRESH).one()


def turn_of(reading_id: UUID) -> FeedTurn | None:
    """Its turn, held; None once it ended or another reading took it."""
    held = select(FeedTurn).where(FeedTurn.reading_id == reading_id).with_for_update()
    return db.session.scalars(held, execution_options=_FRESH).one_or_none()


def turn_at(feed_id: UUID) -> FeedTurn | None:
    """Who reads this feed now, if anybody."""
    return db.session.scalars(select(FeedTurn).where(FeedTurn.feed_id == feed_id)).one_or_none()


def is_any_turn_waiting() -> bool:
    """Whether a reading waits for the worker."""
    return db.session.scalar(select(FeedTurn.feed_id).where(FeedTurn.taken_at.is_(None)).limit(1)) is not None


def are_words_due() -> bool:
    """Whether entries wait for searches to find them."""
    return db.session.scalar(select(WordsDue.service_id).limit(1)) is not None


def count_of_words_due() -> int:
    """How many entries no search finds by their words yet."""
    return db.session.scalar(select(func.count()).select_from(WordsDue)) or 0


def next_turn_waiting() -> FeedTurn | None:
    """The reading that the worker begins next, held; another worker passes over it."""
    waiting = select(FeedTurn).where(FeedTurn.taken_at.is_(None)).order_by(FeedTurn.until).limit(1)
    held = waiting.with_for_update(skip_locked=True)
    return db.session.scalars(held, execution_options=_FRESH).one_or_none()


def unfinished_readings(feed_id: UUID) -> Sequence[FeedReading]:
    """Readings that were never made live, and never will be once another begins."""
    waiting = select(FeedReading).where(
        FeedReading.feed_id == feed_id, FeedReading.live_at.is_(None), FeedReading.stopped_at.is_(None)
    )
    return db.session.scalars(waiting).all()


def unfinished_before(instant: datetime) -> Sequence[FeedReading]:
    """The same of every feed, begun before then."""
    old = select(FeedReading).where(
        FeedReading.created_at < instant, FeedReading.live_at.is_(None), FeedReading.stopped_at.is_(None)
    )
    return db.session.scalars(old).all()


def live_reading(feed_id: UUID) -> FeedReading | None:
    """The reading whose rows are what the feed said last: of those that went live, the one that still has them."""
    has_rows = exists().where(FeedRow.reading_id == FeedReading.id)
    live = select(FeedReading).where(FeedReading.feed_id == feed_id, FeedReading.live_at.is_not(None), has_rows)
    return db.session.scalars(live).one_or_none()


def latest_readings() -> dict[UUID, FeedReading]:
    """The last reading of each feed."""
    newest = (
        select(FeedReading.feed_id, func.max(FeedReading.created_at).label("at"))
        .group_by(FeedReading.feed_id)
        .subquery()
    )
    readings = select(FeedReading).join(
        newest, (newest.c.feed_id == FeedReading.feed_id) & (newest.c.at == FeedReading.created_at)
    )
    return {reading.feed_id: reading for reading in db.session.scalars(readings)}


def refusals(reading_id: UUID, most: int | None = None) -> Sequence[FeedRefusal]:
    """What was refused or left out, as it stood in the feed."""
    found = select(FeedRefusal).where(FeedRefusal.reading_id == reading_id)
    return db.session.scalars(found.order_by(FeedRefusal.number, FeedRefusal.id).limit(most)).all()


def counted_refusals(reading_id: UUID) -> Sequence[tuple[str, bool, int]]:
    """How often each reason was given, most often first; and whether the whole row was refused for it."""
    count = func.count()
    counted = select(FeedRefusal.reason, FeedRefusal.is_whole, count).where(FeedRefusal.reading_id == reading_id)
    grouped = counted.group_by(FeedRefusal.reason, FeedRefusal.is_whole).order_by(count.desc(), FeedRefusal.reason)
    return [(reason, is_whole, number) for reason, is_whole, number in db.session.execute(grouped)]
