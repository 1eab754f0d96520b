"""The questions of whether it landed, one on each page."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE
from livingwell.journeys.models import Landed
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import RadioField, WordsField

YES, NO = "yes", "no"


class HappenedForm(OwnForm):
    """Whether what was chosen has happened."""

    happened = RadioField(
        _("Has it happened?"),
        choices=[(YES, _("Yes, I have been, or it has begun")), (NO, _("No, it has not happened"))],
        required=_("Choose yes or no"),
    )

    @property
    def has_happened(self) -> bool:
        return bool(self.happened.data == YES)


class WorkingForm(OwnForm):
    """How it is going."""

    landed = RadioField(
        _("How is it going?"),
        choices=[
            (Landed.WORKING.value, _("It is going well")),
            (Landed.PARTLY.value, _("Some of it is good, some of it is not")),
            (Landed.NOT_WORKING.value, _("It is not going well")),
        ],
        required=_("Choose how it is going"),
    )

    def chosen(self) -> Landed:
        return Landed(self.landed.data)


class ChangeForm(OwnForm):
    """What should change, if anything."""

    words = WordsField(
        _("Does anything need to change?"),
        description=_("If not, leave this empty."),
        max_length=LINE,
        rows=4,
    )


class NotToBeAskedForm(OwnForm):
    """The person asks us not to ask."""

    words = WordsField(
        _("Do you want to say why?"), description=_("You do not have to say why."), max_length=LINE, rows=3
    )
