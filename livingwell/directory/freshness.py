"""How long the check of an entry holds."""

from calendar import monthrange
from datetime import date

from livingwell.core.clock import today
from livingwell.directory.models import Service
from livingwell.extensions import chosen


def fresh_since() -> date:
    """The first day whose check still holds today (setting LIVINGWELL_DIRECTORY_MONTHS)."""
    return months_before(today(), chosen().directory_months)


def is_fresh(service: Service) -> bool:
    """Whether the entry is there and somebody has checked it in time."""
    return (
        service.withdrawn_on is None
        and service.last_checked_on is not None
        and service.last_checked_on >= fresh_since()
    )


def months_before(day: date, count: int) -> date:
    """The same day so many months earlier, or the last of that month where it is shorter.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
