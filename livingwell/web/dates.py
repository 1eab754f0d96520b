"""Dates, times and lists as text, in the reader's language.

In English they are those of `core.dates`, the NHS way. Templates get them as filters under the same names, so that
one page, or one part of a page, can be shown to either side.
"""

from collections.abc import Sequence
from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_time, get_datetime_format
from babel.lists import format_list
from flask import Flask
from flask_babel import get_locale

from livingwell.core import dates
from livingwell.core.clock import in_london
from livingwell.core.reading import ENGLISH

HERE = "en_GB"


def init_app(app: Flask) -> None:
    """Give templates the filters."""
    told = (long_date, day_and_date, short_date, clock_time, date_and_time, listed)
    app.jinja_env.filters.update({each.__name__: each for each in told})


def long_date(day: date) -> str:
    """6 August 2018"""
    return dates.long_date(day) if _is_english() else format_date(day, "long", locale_now())


def short_date(day: date) -> str:
    """6 August"""
    return dates.short_date(day) if _is_english() else format_date(day, "d MMMM", locale_now())


def day_and_date(day: date) -> str:
    """Monday 6 August 2018"""
    return dates.day_and_date(day) if _is_english() else format_date(day, "full", locale_now())


def clock_time(instant: datetime) -> str:
    """5:30pm in London, as the language writes it."""
    if _is_english():
        return dates.clock_time(instant)
    return format_time(in_london(instant).time(), "short", locale=locale_now())


def date_and_time(instant: datetime) -> str:
    """6 August 2018, 5:30pm"""
    if _is_english():
        return dates.date_and_time(instant)
    day, time = long_date(in_london(instant).date()), clock_time(instant)
    return str(get_datetime_format("medium", locale_now())).format(time, day)


def listed(names: Sequence[str]) -> str:
    """Jo, Priya and Callum"""
    return format_list(list(names), "standard", locale_now())


def locale_now() -> Locale:
    """The locale of this answer; British English outside of one."""
    return get_locale() or Locale.parse(HERE)


def _is_english() -> bool:
    return locale_now().language == ENGLISH
