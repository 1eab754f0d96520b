"""What the worker does for feeds, beside the messages."""

from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.findable import make_some_findable
from livingwell.directory.actions.feeds.said import FeedStopped
from livingwell.directory.actions.feeds.sources import AddressSource
from livingwell.directory.actions.feeds.staging import PATIENCE, read_whole, stop_reading
from livingwell.directory.models import FeedReading
from livingwell.directory.queries.feeds import are_words_due, is_any_turn_waiting, next_turn_waiting, reading_of
from livingwell.extensions import db

THE_WORKER = the_system("the worker")


def work_on_feeds(budget: Budget) -> bool:
    """Let searches find what feeds brought, and read the feed that waits longest. Answers whether there was any."""
    did = are_words_due() and make_some_findable()
    reading = _next() if is_any_turn_waiting() else None
    if reading is not None:
        read_address(reading, budget)
    return did or reading is not None


def read_address(reading: FeedReading, budget: Budget) -> FeedReading:
    """Read the feed at its address."""
    try:
        source = AddressSource(reading.feed.url, budget)
    except FeedStopped as error:
        return stop_reading(reading.id, str(error), THE_WORKER)
    return read_whole(reading.id, source, THE_WORKER)


@atomic()
def _next() -> FeedReading | None:
    turn = next_turn_waiting()
    if turn is None:
        return None
    turn.taken_at, turn.until = now(), now() + PATIENCE
    db.session.flush()
    return reading_of(turn.reading_id)
