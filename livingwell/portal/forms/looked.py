"""What the person asks about who opened their record."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LONG
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import WordsField


class LookedForm(OwnForm):
    """The question."""

    words = WordsField(_("What do you want to know?"), required=_("Write your question"), max_length=LONG, rows=4)
