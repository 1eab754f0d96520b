"""What time it is. Nothing else asks the machine, so that a test or the demo can choose."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_chosen: list[Callable[[], datetime]] = []


def now() -> datetime:
    """This instant, in UTC."""
    return _chosen[-1]() if _chosen else datetime.now(UTC)


def today() -> date:
    """The date in London, where the people are."""
    return in_london(now()).date()


def in_london(instant: datetime) -> datetime:
    """The instant as a clock on a wall in London shows it."""
    return instant.astimezone(LONDON)


def london_instant(day: date, hour: int, minute: int = 0) -> datetime:
    """The instant, in UTC, when that wall clock shows the hour on that day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def is_skipped(day: date, hour: int, minute: int = 0) -> bool:
    """Whether no wall clock in London shows that time that day, because clocks go forward over it."""
    shown = in_london(london_instant(day, hour, minute))
    return (shown.hour, shown.minute) != (hour, minute)


@contextmanager
def fixed(instant: datetime) -> Iterator[None]:
    """Hold the clock at an instant, in every thread: for tests and for telling the demo's past."""
    with _chosen_clock(lambda: instant.astimezone(UTC)):
        yield


@contextmanager
def running_from(instant: datetime) -> Iterator[None]:
    """Set the clock to an instant and let it run on, in every thread: for stories that take a while to tell."""
    ahead = instant - datetime.now(UTC)
    with _chosen_clock(lambda: datetime.now(UTC) + ahead):
        yield


@contextmanager
def _chosen_clock(clock: Callable[[], datetime]) -> Iterator[None]:
    _chosen.append(clock)
    try:
        yield
    finally:
        _chosen.pop()
