"""The kinds of field that our forms are made of.

Each says in its messages what to do, and keeps what was typed when it refuses it. `required` is the message for a field
left blank ("Enter the surname"); a field without one may be left blank. `web.field_rendering` turns them into HTML.
"""

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import wtforms
from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, ValidationError
from wtforms.fields import SelectChoice
from wtforms.utils import unset_value
from wtforms.validators import DataRequired, InputRequired, Optional, StopValidation

from livingwell.core import clock, text

UNREADABLE = "\ufffd"  # what half a character has become by the time that a form arrives

MISSING = {
    ("day",): _l("%(label)s must include a day"),
    ("month",): _l("%(label)s must include a month"),
    ("year",): _l("%(label)s must include a year"),
    ("day", "month"): _l("%(label)s must include a day and month"),
    ("day", "year"): _l("%(label)s must include a day and year"),
    ("month", "year"): _l("%(label)s must include a month and year"),
}
"""What to say of a date that was typed in part."""

Validators = Sequence[Any]
Pairs = Iterable[tuple[str, str]]


def label_of(field: Field) -> str:
    """The field's label as plain text."""
    return str(field.label.text)


class Printable:
    """Refuses control characters and halves of characters. They are already gone from the text shown again."""

    def __call__(self, form: Form, field: Field) -> None:
        if text.has_unprintable(field.data or "") or UNREADABLE in (field.data or ""):
            raise ValidationError(
                _(
                    "%(label)s had a character that can’t be kept. We took it out: check the text, then send it",
                    label=label_of(field),
                )
            )


class AtMost:
    """Refuses text longer than its column. The browser is not told, because it would cut a pasted text short."""

    def __init__(self, max_length: int) -> None:
        self.max_length = max_length

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data or "") > self.max_length:
            raise ValidationError(
                _(
                    "%(label)s must be %(most)s characters or fewer",
                    label=label_of(field),
                    most=format_decimal(self.max_length),
                )
            )


class NotInFuture:
    """Refuses a date after today."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data and field.data > clock.today():
            raise ValidationError(_("%(label)s must be today or in the past", label=label_of(field)))


class NotInPast:
    """Refuses a date before today."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data and field.data < clock.today():
            raise ValidationError(_("%(label)s must be today or in the future", label=label_of(field)))


class _Text:
    """What every field of typed words has in common: clean text, refused when unprintable or too long."""

    def __init__(
        self,
        label: str,
        *,
        required: str = "",
        max_length: int = text.SHORT,
        validators: Validators = (),
        **settings: Any,
    ) -> None:
        presence = DataRequired(required) if required else Optional()
        checks = [presence, Printable(), AtMost(max_length), *validators]
        super().__init__(label, checks, **settings)  # type: ignore[call-arg]
        self.max_length = max_length
        self.is_required = bool(required)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = text.clean(valuelist[0])

    def _value(self) -> str:
        return text.without_unprintable(self.data or "").replace(UNREADABLE, "")


class _Line(_Text):
    """One line. No browser sends more from such a box; what else sends it gets spaces for the line ends."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value.replace("\r", "\n").replace("\n", " ") for value in valuelist])


class TextField(_Line, wtforms.StringField):
    """One line."""


class EmailField(_Line, wtforms.EmailField):
    """An e-mail address. Its form is judged by the form's own validators."""


class TelephoneField(_Line, wtforms.TelField):
    """A phone number."""


class HiddenField(_Text, wtforms.HiddenField):
    """A value that the page carries: an id, a version."""


class WordsField(_Text, wtforms.TextAreaField):
    """Some lines of writing."""

    def __init__(self, label: str, *, max_length: int = text.LONG, rows: int = 3, **settings: Any) -> None:
        super().__init__(label, max_length=max_length, **settings)
        self.rows = rows


class PasswordField(wtforms.PasswordField):
    """A password: kept exactly as typed, spaces too, and never shown again."""

    def __init__(self, label: str, *, required: str, max_length: int = text.SHORT, **settings: Any) -> None:
        super().__init__(label, [DataRequired(required), Printable(), AtMost(max_length)], **settings)


class NumberField(wtforms.IntegerField):
    """A whole number within limits."""

    def __init__(
        self, label: str, *, low: int, high: int, required: str = "", validators: Validators = (), **settings: Any
    ) -> None:
        presence = InputRequired(required) if required else Optional()
        super().__init__(label, [presence, *validators], **settings)
        self.low, self.high = low, high

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        typed = valuelist[0].strip()
        self.data = int(typed) if re.fullmatch(r"-?[0-9]{1,9}", typed) else None
        if self.data is None or not self.low <= self.data <= self.high:
            raise ValidationError(
                _(
                    "%(label)s must be a whole number from %(low)s to %(high)s",
                    label=label_of(self),
                    low=self.low,
                    high=self.high,
                )
            )

    def _value(self) -> str:
        if self.raw_data:
            return text.without_unprintable(str(self.raw_data[0]))
        return "" if self.data is None else str(self.data)


class _Choice:
    """What fields with given choices have in common: choices as pairs, and a message that says what to do."""

    data: Any

    def __init__(
        self, label: str, *, choices: Pairs = (), required: str = "", validators: Validators = (), **settings: Any
    ) -> None:
        presence = DataRequired(required) if required else Optional()
        super().__init__(label, [presence, *validators], **settings)  # type: ignore[call-arg]
        self.offer(choices)

    def offer(self, choices: Pairs) -> None:
        """Say what can be chosen, as (value, words) pairs: for choices known only when the page is shown."""
        self.choices = [SelectChoice(value=value, label=words) for value, words in choices]

    def pre_validate(self, form: Form) -> None:
        """Refuse what is not offered. It stops there: the validators take a space for nothing chosen, and let it by."""
        chosen = self.data if isinstance(self.data, list) else [self.data] if self.data else []
        if not {choice.value for choice in self.choices}.issuperset(chosen):
            raise StopValidation(_("Choose from what is offered: %(label)s", label=label_of(self)))


class RadioField(_Choice, wtforms.RadioField):
    """One of a few, all on show."""


class SelectField(_Choice, wtforms.SelectField):
    """One of many. Give ("", "Choose …") first."""


class CheckboxesField(_Choice, wtforms.SelectMultipleField):
    """Any of a few, all on show."""


class FileField(wtforms.FileField):
    """A file to send. A browser never shows one again, so it has to be chosen anew when the form is refused."""

    def __init__(self, label: str, *, required: str = "", **settings: Any) -> None:
        super().__init__(label, [DataRequired(required)] if required else [], **settings)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the file alone: text sent in its place is no file."""
        files = [value for value in valuelist if hasattr(value, "stream") and value.filename]
        self.data = files[0] if files else None


class YesField(wtforms.BooleanField):
    """One box to tick. `required` is the message for leaving it empty."""

    def __init__(self, label: str, *, required: str = "", **settings: Any) -> None:
        super().__init__(label, [InputRequired(required)] if required else [], **settings)


class NHSDateField(Field):
    """A date in three boxes: name-day, name-month, name-year. A month may be written as a word."""

    PARTS = ("day", "month", "year")

    def __init__(self, label: str, *, required: str = "", validators: Validators = (), **settings: Any) -> None:
        presence = InputRequired(required) if required else Optional()
        super().__init__(label, [presence, *validators], **settings)
        self.parts: tuple[str, str, str] = ("", "", "")
        self.bad_parts: tuple[str, ...] = ()

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Read the three boxes, or the date that the form begins with."""
        self.process_errors: list[str] = []
        if data is unset_value:
            data = self.default() if callable(self.default) else self.default
        self.object_data = self.data = data
        self.parts = _parts_of(self.data)
        if formdata is None or not any(f"{self.name}-{part}" in formdata for part in self.PARTS):
            self.raw_data = []
            return
        day, month, year = (formdata.get(f"{self.name}-{part}", "").strip() for part in self.PARTS)
        self.parts = (day, month, year)
        self.raw_data = [typed for typed in self.parts if typed]
        self.data = None
        if self.raw_data:
            self._read()

    def shown_parts(self) -> tuple[str, ...]:
        """What the three boxes show: the words as typed."""
        return tuple(text.without_unprintable(part) for part in self.parts)

    def first_part(self) -> str:
        """The box that a link to this field's error goes to."""
        return self.bad_parts[0] if self.bad_parts else self.PARTS[0]

    def _read(self) -> None:
        missing = tuple(part for part, typed in zip(self.PARTS, self.parts, strict=True) if not typed)
        if missing:
            self._refuse(missing, MISSING[missing])
            return
        day, month, year = _number(self.parts[0]), _month(self.parts[1]), _number(self.parts[2])
        if year is not None and len(self.parts[2]) != 4:
            self._refuse(("year",), _l("%(label)s must include 4 numbers for the year"))
            return
        try:
            self.data = date(year or 0, month or 0, day or 0)
        except ValueError:
            self._refuse(self.PARTS, _l("%(label)s must be a real date, like 27 3 2026"))

    def _refuse(self, parts: tuple[str, ...], message: str) -> None:
        self.bad_parts = parts
        self.process_errors.append(str(message) % {"label": label_of(self)})


def _parts_of(day: date | None) -> tuple[str, str, str]:
    return (str(day.day), str(day.month), str(day.year)) if day else ("", "", "")


def _number(typed: str) -> int | None:
    return int(typed) if re.fullmatch("[0-9]{1,4}", typed) else None


def _month(typed: str) -> int | None:
    if len(typed) >= 3:
        for number in range(1, 13):
            if calendar.month_name[number].lower().startswith(typed.lower()):
                return number
    return _number(typed)
