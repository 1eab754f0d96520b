"""By which way, and when, a reminder may go out by itself. Nothing automatic goes a way that the person said no to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from livingwell.adjustments.models import ContactPreferences, Reminder, Standing, Way

BY_ITSELF = (Way.TEXT, Way.EMAIL)
HOUR = timedelta(hours=1)
LOOK_BACK = 24
"""How many hours earlier than they asked it may go, where they asked us not at that hour."""


@dataclass(frozen=True)
class Reminding:
    """When and how. `is_by_hand`: a member does it; without a way the member has to find one too."""

    at: datetime
    way: Way | None
    is_by_hand: bool


def reminding(preferences: ContactPreferences, wish: Reminder, starts_at: datetime, has: Collection[Way]) -> Reminding:
    """How one reminder that they asked for goes. `has` are the ways for which there is an address or a number.

    By the way that they asked for it, or by one that they find best or fine; else it waits for a member.
    """
    at = starts_at - timedelta(hours=wish.hours_before)
    if wish.way not in BY_ITSELF and not _is_refused(preferences, wish.way):
        return Reminding(at, wish.way, is_by_hand=True)
    for way in (wish.way, *preferences.ways_that_are(Standing.BEST, Standing.FINE)):
        free_at = _free_hour(preferences, way, at) if way in BY_ITSELF and way in has else None
        if free_at is not None:
            return Reminding(free_at, way, is_by_hand=False)
    return Reminding(at, None, is_by_hand=True)


def _is_refused(preferences: ContactPreferences, way: Way) -> bool:
    said = preferences.about(way)
    return said is not None and said.standing.is_never


def _free_hour(preferences: ContactPreferences, way: Way, at: datetime) -> datetime | None:
    """The instant, or the nearest hour before it at which nothing speaks against this way; none within a day."""
    hours = (at - number * HOUR for number in range(LOOK_BACK + 1))
    return next((hour for hour in hours if not preferences.objections(way, hour)), None)
