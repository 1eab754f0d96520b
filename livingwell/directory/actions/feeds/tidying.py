"""Letting go of what readings had set aside, once nobody will say yes to it."""

from datetime import datetime

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.directory.actions.feeds.clearing import clear_rows
from livingwell.directory.queries.feeds import unfinished_before

TOO_OLD = "Nobody made it live in time. Read the feed again."


@atomic()
def let_go_of_old_readings(before: datetime, actor: Actor) -> int:
    """Stop readings that began before then and were never made live; what they had set aside goes. Returns how many."""
    readings = unfinished_before(before)
    for reading in readings:
        reading.stop(TOO_OLD)
        clear_rows(reading.id)
    if readings:
        record("stop_feed_reading", actor)
    return len(readings)
