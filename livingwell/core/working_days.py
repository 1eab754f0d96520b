"""Working days in England: Monday to Friday, without the bank holidays that the library `holidays` keeps."""

from datetime import date, timedelta
from functools import cache

import holidays


def is_working_day(day: date) -> bool:
    """Whether teams work on the day."""
    return day.weekday() < 5 and day not in _bank_holidays()


def last_day_before(count: int, day: date) -> date:
    """The last day that has so many working days after it, up to and including this day.

    What came on a Friday has had two working days on Tuesday: on Tuesday this gives the Friday, and the weekend.
    """
    while count:
        count -= is_working_day(day)
        day -= timedelta(days=1)
    return day


@cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")
