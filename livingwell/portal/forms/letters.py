"""What the person says about letters, and which they do not want."""

from flask_babel import lazy_gettext as _

from livingwell.careplans.models import HowSaid
from livingwell.core.text import LINE
from livingwell.journeys.letter_commands import WishCommand
from livingwell.journeys.models import Paper
from livingwell.portal.forms.own import OwnForm
from livingwell.portal.forms.plan import CommentForm as CommentForm
from livingwell.web.fields import CheckboxesField, WordsField


class PaperWishForm(OwnForm):
    """Which of the papers the person does not want."""

    not_wanted = CheckboxesField(
        _("What do you not want?"),
        description=_("Leave all empty if you want them."),
        choices=[
            (Paper.LETTER.value, _("A letter to me when our work ends")),
            (Paper.GP_COPY.value, _("A copy of that letter for my GP")),
            (Paper.GP_SUMMARY.value, _("A summary of my plan for my GP")),
        ],
    )
    words = WordsField(_("Do you want to say why?"), description=_("You do not have to."), max_length=LINE, rows=3)

    def command(self) -> WishCommand:
        not_wanted = frozenset(Paper(each) for each in self.not_wanted.data or ())
        return WishCommand(not_wanted, HowSaid.ON_THIS_SCREEN, self.words.data or "")
