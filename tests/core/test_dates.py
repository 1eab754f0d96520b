"""Dates and times as the NHS writes them, in London."""

from datetime import UTC, date, datetime

import pytest

from livingwell.core import dates
from livingwell.core.clock import fixed, london_instant, today


@pytest.mark.parametrize(
    ("hour", "minute", "text"),
    [
        (17, 30, "5:30pm"),
        (10, 0, "10am"),
        (12, 0, "midday"),
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (12, 45, "12:45pm"),
    ],
)
def test_the_time_is_written_as_people_say_it(hour: int, minute: int, text: str) -> None:
    assert dates.clock_time(london_instant(date(2026, 6, 11), hour, minute)) == text


def test_summer_time_in_london_is_not_utc() -> None:
    assert dates.date_and_time(datetime(2026, 6, 11, 9, 42, tzinfo=UTC)) == "11 June 2026, 10:42am"


def test_today_is_the_day_in_london() -> None:
    with fixed(datetime(2026, 6, 10, 23, 30, tzinfo=UTC)):
        assert today() == date(2026, 6, 11)


def test_a_long_date_has_no_leading_nought() -> None:
    assert dates.long_date(date(2018, 8, 6)) == "6 August 2018"


@pytest.mark.parametrize(("day", "age"), [(date(2026, 3, 13), 28), (date(2026, 3, 14), 29), (date(2026, 12, 31), 29)])
def test_somebody_is_a_year_older_on_their_birthday(day: date, age: int) -> None:
    assert dates.age_on(date(1997, 3, 14), day) == age


def test_weeks_are_whole_ones() -> None:
    assert dates.weeks_between(date(2026, 6, 1), date(2026, 6, 14)) == 1
