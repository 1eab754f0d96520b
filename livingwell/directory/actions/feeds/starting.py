"""A reading begins: one for a feed at a time."""

from uuid import UUID, uuid4

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.dates import clock_time
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import LINE, SHORT, clean, require_within, require_words
from livingwell.directory.actions.feeds.address import split_address
from livingwell.directory.actions.feeds.clearing import clear_rows
from livingwell.directory.actions.feeds.said import FeedStopped
from livingwell.directory.actions.feeds.staging import PATIENCE
from livingwell.directory.models import Feed, FeedReading, FeedTurn
from livingwell.directory.policy import require_import
from livingwell.directory.queries.feeds import feed_called, feed_for_change, turn_at, unfinished_readings
from livingwell.extensions import db

_LATER = "A later reading took its place."


@atomic()
def keep_feed(name: str, url: str, actor: Actor) -> Feed:
    """The feed of this name, at this address; without one it is handed over as a file.

    Raises Invalid for what is no web address. Whether it leads to a public place is asked each time it is read.
    """
    require_import(actor)
    name = require_within(require_words(clean(name), "name", "Give the feed a name"), SHORT, "name")
    url = require_within(clean(url), LINE, "url")
    if url:
        _require_address(url)
    feed = feed_called(name)
    if feed is None:
        feed = Feed(id=uuid4(), name=name)
        db.session.add(feed)
    if url:
        feed.url = url
    db.session.flush()
    record("keep_feed", actor)
    return feed


@atomic()
def begin_reading(feed_id: UUID, source: str, actor: Actor, *, by_the_worker: bool = False) -> FeedReading:
    """Take the feed's turn. What an earlier reading had set aside, and nobody made live, is let go.

    Raises Conflict while somebody else reads it. Whoever showed no sign of life for a while was cut off.
    """
    require_import(actor)
    feed = feed_for_change(feed_id)
    turn = turn_at(feed_id)
    if turn is not None and turn.until > now():
        raise Conflict(f"This feed is being read already, until {clock_time(turn.until)} at the least. Wait for it.")
    _let_go_of_earlier(feed_id)
    reading = FeedReading(
        id=uuid4(),
        feed_id=feed.id,
        started_by_id=actor.account_id,
        started_by=actor.name,
        source=clean(source)[:LINE],
    )
    db.session.add(reading)
    db.session.flush()
    taken_at = None if by_the_worker else now()
    db.session.add(FeedTurn(feed_id=feed_id, reading_id=reading.id, until=now() + PATIENCE, taken_at=taken_at))
    record("begin_feed_reading", actor)
    return reading


def _let_go_of_earlier(feed_id: UUID) -> None:
    for reading in unfinished_readings(feed_id):
        reading.stop(_LATER)
        clear_rows(reading.id)


def _require_address(url: str) -> None:
    try:
        split_address(url)
    except FeedStopped as error:
        raise Invalid({"url": str(error)})
