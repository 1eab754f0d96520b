"""One question about how somebody reads."""

from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.core.reading import KINDS, Reading
from livingwell.portal.reading import Setting
from livingwell.web.fields import RadioField
from livingwell.web.forms import Form


class ReadingForm(Form):
    """The answers to one question."""

    choice = RadioField(_("Your choice"), required=_("Choose one"))

    def ask(self, name: str, setting: Setting) -> None:
        """Offer the answers to this question."""
        self.name = name
        self.choice.label.text = setting.question
        self.choice.offer(setting.choices.items())

    def command(self, reading: Reading) -> Reading:
        """What holds from now on."""
        kind: Any = KINDS.get(self.name, str)
        return replace(reading, **{self.name: kind(self.choice.data)})
