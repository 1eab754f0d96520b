"""What the person writes to their team."""

from flask_babel import lazy_gettext as _

from livingwell.core.text import LONG
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import WordsField


class MessageForm(OwnForm):
    """A message."""

    words = WordsField(_("What do you want to tell us?"), required=_("Write your message"), max_length=LONG, rows=6)


class AnotherTimeForm(OwnForm):
    """What would suit better than the time of an appointment."""

    words = WordsField(
        _("When would be better for you?"),
        description=_("Say days and times, or what you need changed. A few words will do."),
        required=_("Write when would be better"),
        max_length=LONG,
        rows=4,
    )


class CancelForm(OwnForm):
    """Why an appointment is cancelled; nothing is fine too."""

    words = WordsField(
        _("Do you want to say why?"),
        description=_("You do not have to. It helps us to make the next time better."),
        max_length=LONG,
        rows=4,
    )
