"""What a receiver answers, who has no account."""

from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE
from livingwell.journeys.hand_over_commands import ReceiverAnswer
from livingwell.journeys.models import HandOverAnswerKind
from livingwell.web.fields import RadioField, TextField, WordsField
from livingwell.web.forms import Form

NEEDED = {
    HandOverAnswerKind.DECLINED.value: _("Say why not, in a few words"),
    HandOverAnswerKind.ASKED.value: _("Write your question"),
}


class ReceiverForm(Form):
    """Yes, no or a question; with a name under it."""

    kind = RadioField(
        _("What do you say?"),
        choices=[
            (HandOverAnswerKind.ACCEPTED.value, _("Yes, we can support them")),
            (HandOverAnswerKind.DECLINED.value, _("No, we can’t")),
            (HandOverAnswerKind.ASKED.value, _("I want to ask something first")),
        ],
        required=_("Choose one of the three"),
    )
    words = WordsField(
        _("Why not, or your question"),
        description=_("The person reads this too. You can also write something with a yes."),
        max_length=LINE,
        rows=3,
    )
    answered_by = TextField(_("Your name"), required=_("Write your name"))
    role = TextField(_("What you do there"))

    class Meta(Form.Meta):
        csrf = False
        """The secret in the address stands in its place: nobody can have a browser send what they don't know."""

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        needed = NEEDED.get(self.kind.data or "")
        if needed and not self.words.data and not self.words.errors:
            self.words.errors = [needed]
            return False
        return is_valid

    def command(self) -> ReceiverAnswer:
        kind = HandOverAnswerKind(self.kind.data)
        return ReceiverAnswer(kind, self.answered_by.data, self.role.data or "", self.words.data or "")
