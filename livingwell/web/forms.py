"""The form that all forms extend."""

from typing import Any

from flask_wtf import FlaskForm

from livingwell.core.errors import Invalid
from livingwell.web.typed import forms_at_hand


class Form(FlaskForm):
    """A form whose messages stand beside its fields.

    A form about a person or about one reading of a row carries it: `about` and `row_version` are checked by
    the action, so that what was typed for one can't be saved to another.
    """

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        forms_at_hand().append(self)

    class Meta:
        locales = ("en_GB", "en")

    def refuse(self, error: Invalid) -> None:
        """Put what an action found wrong beside the fields it names."""
        for name, message in error.messages.items():
            field: Any = self[name] if name in self else next(iter(self))
            field.errors = [*field.errors, message]
