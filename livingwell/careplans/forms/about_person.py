"""The form that speaks of the person by name, and the answer of theirs that many forms ask for."""

from typing import Any

from wtforms.fields import SelectChoice

from livingwell.careplans.commands import PersonsAnswer
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.web.fields import HiddenField, NHSDateField, NotInFuture, RadioField, SelectField, WordsField
from livingwell.web.forms import Form

HOW = [("", "Choose how"), *((how.value, how.value.capitalize()) for how in HowSaid)]


OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


class PersonForm(Form):
    """A form whose labels, hints and choices say {name} where the person is meant."""

    def __init__(self, *args: Any, name: str, **values: Any) -> None:
        super().__init__(*args, **values)
        self.name = name
        self.is_in_conflict = False
        for field in self:
            field.label.text = field.label.text.replace("{name}", name)
            field.description = field.description.replace("{name}", name)
            if getattr(field, "choices", None):
                field.choices = [SelectChoice(each.value, each.label.replace("{name}", name)) for each in field.choices]

    def say_conflict(self, message: str) -> None:
        """Show, above the fields, why the facts don't allow it now. What was typed stays."""
        self.is_in_conflict = True
        self.form_errors.append(message)

    @property
    def status(self) -> int:
        """The status of the page that shows this form."""
        if self.is_in_conflict:
            return CONFLICT
        return UNPROCESSABLE if self.errors else OK

    def ask_for(self, field_name: str, message: str) -> bool:
        """Whether the field has an answer; says beside it what to do where it has none."""
        field: Any = self[field_name]
        if field.data or field.errors:
            return bool(field.data)
        field.errors = [message.replace("{name}", self.name)]
        return False


class VersionField(HiddenField):
    """The version of the row that was read, as the page carries it."""

    def process_data(self, value: Any) -> None:
        self.data = "" if value is None else str(value)


class VersionedForm(PersonForm):
    """A form that changes a row: it carries the version that was read."""

    row_version = VersionField("Version")

    def version(self) -> int | None:
        """The version that was read; one that no row has where what was sent is no number."""
        sent = self.row_version.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() else 0 if sent else None


class PersonsAnswerFields(PersonForm):
    """Fields for the person's answer to a change of their own words."""

    has_answered = RadioField(
        "Has {name} said yes to this?",
        description="These are {name}’s own words. They change only with {name}’s answer. If you have not asked yet, "
        "make a suggestion instead.",
        choices=[("yes", "Yes"), ("no", "Not yet")],
    )
    answered_on = NHSDateField("When did {name} say so?", default=today, validators=[NotInFuture()])
    answered_how = SelectField("How?", choices=HOW)
    answer = WordsField("What {name} said, in their words", max_length=LONG, rows=2)

    def validate_answer_given(self) -> bool:
        """Whether the person said yes, and when and how."""
        if not self.ask_for("has_answered", "Say whether {name} said yes"):
            return False
        if self.has_answered.data != "yes":
            self.has_answered.errors = [f"Ask {self.name} first, or make a suggestion that stands beside the words"]
            return False
        is_dated = self.ask_for("answered_on", "Enter the day when {name} said so")
        return self.ask_for("answered_how", "Choose how {name} said so") and is_dated

    def persons_answer(self) -> PersonsAnswer | None:
        """The answer, where one was given."""
        if self.has_answered.data != "yes" or not self.answered_on.data or not self.answered_how.data:
            return None
        return PersonsAnswer(self.answered_on.data, HowSaid(self.answered_how.data), self.answer.data or "")

    def without_answer(self) -> None:
        """Leave the answer out where the words are not the person's."""
        for name in ("has_answered", "answered_on", "answered_how", "answer"):
            del self[name]
