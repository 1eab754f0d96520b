"""What the person says when support is to end."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE
from livingwell.journeys.closing_commands import SayReady
from livingwell.journeys.models import ReadyKind
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import HiddenField, RadioField, WordsField


class ReadyForm(OwnForm):
    """Are you ready for this? `seen` is the proposal that was read."""

    kind = RadioField(
        _("Your answer"),
        choices=[
            (ReadyKind.YES.value, _("Yes")),
            (ReadyKind.NO.value, _("No")),
            (ReadyKind.NOT_YET.value, _("Not yet")),
        ],
        required=_("Choose yes, no or not yet"),
    )
    words = WordsField(
        _("Is there something you want to say?"), description=_("You don’t have to."), max_length=LINE, rows=4
    )
    seen = HiddenField("")

    def command(self) -> SayReady:
        return SayReady(ReadyKind(self.kind.data), self.words.data or "")
