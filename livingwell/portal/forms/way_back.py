"""The one question of coming back."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import WordsField


class ComeBackForm(OwnForm):
    """Words, if they wish."""

    words = WordsField(
        _("Do you want to tell us something?"),
        description=_("You do not have to. You do not need a reason."),
        max_length=LINE,
        rows=3,
    )
