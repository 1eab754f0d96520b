"""Dates and times as text, the NHS way (NHS digital service manual: "6 August 2018", "5:30pm", "midday")."""

from calendar import monthrange
from datetime import date, datetime, time

from livingwell.core.clock import in_london

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def long_date(day: date) -> str:
    """6 August 2018"""
    return f"{short_date(day)} {day.year}"


def short_date(day: date) -> str:
    """6 August"""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_and_date(day: date) -> str:
    """Monday 6 August 2018"""
    return f"{DAYS[day.weekday()]} {long_date(day)}"


def clock_time(instant: datetime) -> str:
    """5:30pm, 10am, midday or midnight, in London."""
    return time_words(in_london(instant).time())


def time_words(wall: time) -> str:
    """The same, of a time that stands on a clock on the wall."""
    if wall.minute == 0 and wall.hour in (0, 12):
        return "midnight" if wall.hour == 0 else "midday"
    minutes = f":{wall.minute:02}" if wall.minute else ""
    return f"{wall.hour % 12 or 12}{minutes}{'am' if wall.hour < 12 else 'pm'}"


def date_and_time(instant: datetime) -> str:
    """6 August 2018, 5:30pm"""
    return f"{long_date(in_london(instant).date())}, {clock_time(instant)}"


def age_on(born: date, day: date) -> int:
    """Whole years from birth to the day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_after(day: date, count: int) -> date:
    """The same day so many months later, or earlier where there are fewer than none; the last of a shorter month.

    >>> months_after(date(2026, 8, 31), -6), months_after(date(2026, 8, 31), 12)
    (datetime.date(2026, 2, 28), datetime.date(2027, 8, 31))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weeks_between(start: date, end: date) -> int:
    """Whole weeks from one day to a later one; never negative."""
    return max(0, (end - start).days // 7)


def in_days(count: int) -> str:
    """A length of time in words: "1 day", "9 days"."""
    return "1 day" if count == 1 else f"{count} days"
