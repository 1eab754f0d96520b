"""The period in words, and the periods that are one press away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from livingwell.core.dates import long_date, short_date
from livingwell.oversight.models import Period

MONTHS_OFFERED = ((3, "Last 3 months"), (12, "Last 12 months"))


@dataclass(frozen=True)
class Offered:
    """A period as a link."""

    label: str
    first: str
    last: str
    is_here: bool


def in_words(period: Period) -> str:
    """1 to 31 May 2026"""
    first, last = period.first, period.last
    if first == last:
        return long_date(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {long_date(last)}"
    return f"{short_date(first) if first.year == last.year else long_date(first)} to {long_date(last)}"


def offered(today: date, chosen: Period) -> tuple[Offered, ...]:
    """This month, the last, and some months back to today."""
    return tuple(
        Offered(label, period.first.isoformat(), period.last.isoformat(), period == chosen)
        for label, period in _periods(today)
    )


def usual_period(today: date) -> Period:
    """What the page shows where nobody chose: three months, so that a few contacts don't make a share."""
    return Period(_months_back(today, MONTHS_OFFERED[0][0]), today)


def _periods(today: date) -> Iterator[tuple[str, Period]]:
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    yield "This month", Period(first, today)
    yield "Last month", Period(before.replace(day=1), before)
    yield from ((label, Period(_months_back(today, months), today)) for months, label in MONTHS_OFFERED)


def _months_back(day: date, months: int) -> date:
    """The day after the same day so many months ago: 11 June gives 12 March. Of a short month, its last day counts."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    length = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, length)) + timedelta(days=1)
