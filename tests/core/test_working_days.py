"""Working days: Monday to Friday, without England's bank holidays."""

from datetime import date

import pytest

from livingwell.core.working_days import is_working_day, last_day_before


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 6, 12), True),
        (date(2026, 6, 13), False),
        (date(2026, 5, 25), False),  # the spring bank holiday
        (date(2026, 12, 28), False),  # Boxing Day, which falls on a Saturday
        (date(2026, 3, 17), True),  # St Patrick's Day: no holiday in England
    ],
)
def test_weekends_and_bank_holidays_are_no_working_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("today", "came"),
    [
        (date(2026, 6, 10), date(2026, 6, 8)),  # Wednesday: what came on Monday
        (date(2026, 6, 15), date(2026, 6, 11)),  # Monday: what came on Thursday
        (date(2026, 6, 16), date(2026, 6, 14)),  # Tuesday: what came at the weekend
        (date(2026, 5, 26), date(2026, 5, 21)),  # the day after a bank holiday: what came on Thursday
    ],
)
def test_two_working_days_have_passed_since(today: date, came: date) -> None:
    assert last_day_before(2, today) == came
