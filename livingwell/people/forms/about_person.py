"""The form that speaks of the person by name."""

from typing import Any
from uuid import UUID

from wtforms.fields import SelectChoice

from livingwell.web.fields import HiddenField
from livingwell.web.forms import Form

OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


class PersonForm(Form):
    """A form whose labels, hints and choices say {name} where the person is meant."""

    made_id: UUID | None = None

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
