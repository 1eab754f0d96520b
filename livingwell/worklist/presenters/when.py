"""When something is due, how late it is, and how long somebody has waited, as one would say it."""

from datetime import date, datetime, timedelta

from livingwell.core.clock import in_london
from livingwell.core.dates import DAYS, clock_time, in_days, short_date

STANDARD = timedelta(weeks=4)
"""The standard: four weeks from the referral to an agreed plan."""


def weekday(day: date) -> str:
    """Monday 15 June"""
    return f"{DAYS[day.weekday()]} {short_date(day)}"


def late_by(day: date, today: date) -> str:
    """Late by 3 days"""
    return f"Late by {in_days((today - day).days)}"


def due(day: date, today: date) -> str:
    """Late by 3 days, Due today, Due tomorrow, Due by Monday 15 June"""
    if day < today:
        return late_by(day, today)
    if day == today:
        return "Due today"
    return "Due tomorrow" if day == today + timedelta(days=1) else f"Due by {weekday(day)}"


def until(instant: datetime, now: datetime) -> str:
    """in 25 minutes, in 2 hours, tomorrow, in 3 days; counted in days as a calendar does."""
    days = (in_london(instant).date() - in_london(now).date()).days
    if days > 1:
        return f"in {days} days"
    if days == 1:
        return "tomorrow"
    minutes = int((instant - now).total_seconds() // 60)
    if minutes < 1:
        return "now"
    return f"in {_counted(minutes, 'minute')}" if minutes < 60 else f"in {_counted(minutes // 60, 'hour')}"


def span(start: datetime, end: datetime) -> str:
    """10am to 11:30am"""
    return f"{clock_time(start)} to {clock_time(end)}"


def waited(since: date, today: date) -> str:
    """9 days, 8 weeks"""
    days = (today - since).days
    return in_days(days) if today - since < 2 * STANDARD else f"{days // 7} weeks"


def is_past_standard(since: date, today: date) -> bool:
    """Whether four weeks have gone by since the referral."""
    return today - since > STANDARD


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
