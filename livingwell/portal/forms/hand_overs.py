"""May they read this? One question."""

from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import RadioField, WordsField


class MayTheyReadForm(OwnForm):
    """Yes; no, change something; or nothing at all."""

    answer = RadioField(
        _("May they read this?"),
        choices=[
            ("yes", _("Yes, send it")),
            ("change", _("No, change something first")),
            ("no", _("No, send nothing")),
        ],
        required=_("Choose one of the three"),
    )
    words = WordsField(
        _("What should be different?"),
        description=_("A few words are enough. Your team reads this."),
        max_length=LINE,
        rows=3,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.answer.data == "change" and not self.words.data and not self.words.errors:
            self.words.errors = [_("Say what should be different")]
            return False
        return is_valid

    @property
    def is_yes(self) -> bool:
        return bool(self.answer.data == "yes")

    @property
    def is_no(self) -> bool:
        return self.answer.data in ("change", "no")

    @property
    def reason(self) -> str:
        return str(self.words.data or "")
