"""Who helps me, whom I help, and who may know what: one question at a time."""

from flask_babel import lazy_gettext as _

from livingwell.carers.commands import AnswerWhoHelps, CarerDetails, HelpedDetails, SayOfCarer
from livingwell.carers.models import CarerEventKind, WhoHelps
from livingwell.core.text import LINE
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import RadioField, TextField, WordsField

HELPS_ME, I_HELP = "helps_me", "i_help"


class WhoHelpsForm(OwnForm):
    """Who helps you, or whom do you help?"""

    answer = RadioField(
        _("Who helps you, or whom do you help?"),
        choices=[
            (HELPS_ME, _("Somebody helps me")),
            (I_HELP, _("I help somebody")),
            (WhoHelps.NOBODY.value, _("Nobody")),
            (WhoHelps.NOT_NOW.value, _("I’d rather not say now")),
        ],
        required=_("Choose one"),
    )

    def command(self) -> AnswerWhoHelps:
        chosen = WhoHelps.SOMEBODY if self.answer.data in (HELPS_ME, I_HELP) else WhoHelps(self.answer.data)
        return AnswerWhoHelps(chosen)


class HelpsMeForm(OwnForm):
    """Somebody who helps me."""

    name_of_carer = TextField(_("Their name"), required=_("Write a name"))
    relation = TextField(_("Who are they to you?"), description=_("For example: my sister, a friend."))
    what_they_do = WordsField(_("What do they do for you? You don’t have to say."), rows=3)

    def command(self) -> CarerDetails:
        return CarerDetails(self.name_of_carer.data, self.relation.data or "", self.what_they_do.data or "")


class IHelpForm(OwnForm):
    """Somebody whom I help."""

    who = TextField(
        _("Who is it?"), description=_("You don’t have to name them. “My gran” will do."), required=_("Say who it is")
    )
    what_they_do = WordsField(_("What do you do for them? You don’t have to say."), rows=3)

    def command(self) -> HelpedDetails:
        return HelpedDetails(self.who.data, self.what_they_do.data or "")


class MayKnowForm(OwnForm):
    """Yes or no, each a button."""

    answer = RadioField(
        _("Your answer"), choices=[("yes", _("Yes")), ("no", _("No"))], required=_("Press one of the buttons")
    )

    @property
    def is_yes(self) -> bool:
        return bool(self.answer.data == "yes")


class AskForm(OwnForm):
    """What I ask about somebody."""

    said = WordsField(_("Anything you want to say about it? You don’t have to."), max_length=LINE, rows=3)

    def command(self, kind: CarerEventKind) -> SayOfCarer:
        return SayOfCarer(kind, self.said.data or "")
