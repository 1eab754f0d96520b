"""Dates, times and lists as text, in the reader's language: those of `web.dates`."""

from livingwell.web.dates import clock_time, date_and_time, day_and_date, listed, long_date, short_date

__all__ = ["clock_time", "date_and_time", "day_and_date", "listed", "long_date", "short_date"]
