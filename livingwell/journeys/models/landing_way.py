"""By which way, and when, somebody may be asked by itself. Nothing automatic goes a way that the person said no to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from livingwell.adjustments.models import ContactPreferences, Standing, TimeStanding, Way
from livingwell.core.clock import in_london
from livingwell.core.working_days import is_working_day

BY_ITSELF = (Way.TEXT, Way.EMAIL)
FIRST_HOUR, LAST_HOUR = 10, 18  # on a clock in London: nobody is woken, and somebody is there for what comes back


@dataclass(frozen=True)
class AskingBy:
    """How to ask. `is_by_hand`: a member does it; without a way the member has to find one too."""

    way: Way | None
    is_by_hand: bool


NOBODY_KNOWS = AskingBy(None, is_by_hand=True)


def asking_by(
    preferences: ContactPreferences | None,
    used: Collection[Way | None],
    by_itself: Collection[Way],
    has: Collection[Way],
) -> AskingBy | None:
    """The person's best way that was not used for this check, then one that they find fine; or none.

    `has` are the written ways for which there is a number or an address, `by_itself` those by which this may go out
    by itself. The first time somebody finds a way where they named none; the second time nobody does.
    """
    said = preferences.ways_that_are(Standing.BEST, Standing.FINE) if preferences else ()
    for way in said:
        if way not in used and (way not in BY_ITSELF or way in has):
            return AskingBy(way, is_by_hand=way not in by_itself)
    return None if used else NOBODY_KNOWS


def is_good_time(preferences: ContactPreferences, way: Way, at: datetime) -> bool:
    """Whether it may go out at this instant: in the day, when they said is good, and not when they said is not.

    Where they named no good time it goes on working days.
    """
    there = in_london(at)
    if not FIRST_HOUR <= there.hour < LAST_HOUR or preferences.objections(way, at):
        return False
    good = [each for each in preferences.times if each.standing is TimeStanding.GOOD]
    return any(each.covers(at) for each in good) if good else is_working_day(there.date())
