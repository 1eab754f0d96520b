"""A time of day, as people type it."""

import re
from datetime import time
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, ValidationError
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import TextInput

from livingwell.core.text import without_unprintable
from livingwell.web.fields import label_of

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(am|pm)?", re.IGNORECASE)
_BY_NAME = {"midday": time(12), "noon": time(12), "midnight": time(0)}


class TimeField(Field):
    """A time in one box: 10am, 2:30pm, 14:30, midday."""

    widget = TextInput()

    def __init__(self, label: str, *, required: str = "", **settings: Any) -> None:
        super().__init__(label, [InputRequired(required) if required else Optional()], **settings)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            self.data = time_of(valuelist[0])
            if self.data is None:
                raise ValidationError(_("%(label)s must be a time, like 10am or 14:30", label=label_of(self)))

    def _value(self) -> str:
        if self.raw_data:
            return without_unprintable(str(self.raw_data[0]))
        return as_typed(self.data) if self.data else ""


def time_of(typed: str) -> time | None:
    """The time that somebody typed, or none.

    >>> time_of("2.30pm"), time_of("Midday"), time_of("25:00")
    (datetime.time(14, 30), datetime.time(12, 0), None)
    """
    words = typed.strip().lower()
    if words in _BY_NAME:
        return _BY_NAME[words]
    found = _TIME.fullmatch(words)
    return _checked(int(found[1]), int(found[2] or 0), found[3]) if found else None


def as_typed(value: time) -> str:
    """As our pages write a time: 10am, 2:30pm."""
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def _checked(hour: int, minute: int, half: str | None) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
