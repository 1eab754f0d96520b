"""A day and a time in London, typed into two boxes, as one instant."""

from datetime import datetime
from typing import Any

from livingwell.core.clock import is_skipped, london_instant

SKIPPED = "The clocks go forward over this time, so it doesn’t exist on that day. Choose another"
MIDDAY = 12


def instant_of(day: Any, time: Any) -> datetime | None:
    """The instant of the two fields; none where one is empty or was refused, or the clocks skip it, which is said."""
    if not day.data or not time.data or day.errors or time.errors:
        return None
    if is_skipped(day.data, time.data.hour, time.data.minute):
        time.errors = [SKIPPED]
        return None
    return london_instant(day.data, time.data.hour, time.data.minute)


def day_of(day: Any) -> datetime | None:
    """Midday of the day, where nobody knows the hour; none where it is empty."""
    return london_instant(day.data, MIDDAY) if day.data else None
