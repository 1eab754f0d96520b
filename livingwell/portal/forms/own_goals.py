"""A goal that the person keeps to themself."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE, LONG
from livingwell.portal.forms.own import OwnForm, OwnVersionedForm
from livingwell.web.fields import WordsField


class OwnGoalForm(OwnVersionedForm):
    """What the person would like, and notes for themself."""

    words = WordsField(_("What would you like?"), required=_("Write your goal"), max_length=LINE, rows=2)
    notes = WordsField(
        _("Notes for yourself"), description=_("First steps, dates, whatever helps."), max_length=LONG, rows=4
    )


class ShareForm(OwnForm):
    """What goes with a goal that is shared."""

    why = WordsField(_("Why does it matter to you? You don’t have to say."), max_length=LINE, rows=3)

    @property
    def reason(self) -> str:
        return str(self.why.data or "")
