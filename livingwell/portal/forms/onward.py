"""What the person is asked about where next: one question at a time."""

from uuid import UUID

from flask_babel import lazy_gettext as _

from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.journeys.commands import ChoiceCommand, HopeCommand, OptionCommand, OrderCommand, PointCommand, Voice
from livingwell.journeys.forms.choosing import Places
from livingwell.journeys.models import Choice, PointKind
from livingwell.portal.forms.own import OwnForm, OwnVersionedForm
from livingwell.web.fields import RadioField, TextField, WordsField


class OwnHopeForm(OwnVersionedForm):
    """What the person hopes for, anew or in other words."""

    words = WordsField(_("Your words"), required=_("Write what you hope for"), max_length=LONG, rows=4)

    def command(self) -> HopeCommand:
        return HopeCommand(self.words.data, Voice.own(), row_version=self.version())


class OwnOptionForm(OwnForm):
    """Something that the person would like to look at."""

    name = TextField(_("What is it?"), required=_("Write what it is"))
    what = WordsField(_("What would you do there? You don’t have to say."), max_length=LINE, rows=2)

    def command(self) -> OptionCommand:
        return OptionCommand(Voice.own(), self.name.data, self.what.data or "")


class OwnServiceForm(OwnForm):
    """A service that the person would like to look at: there is nothing to write."""

    def command(self, service_id: UUID) -> OptionCommand:
        return OptionCommand(Voice.own(), service_id=service_id)


class OwnPointForm(OwnForm):
    """What would be good or hard about it, or what it could change."""

    words = WordsField(_("Your words"), required=_("Write what you think"), max_length=LINE, rows=3)

    def command(self, kind: PointKind) -> PointCommand:
        return PointCommand(kind, self.words.data, Voice.own())


class OwnChoiceForm(OwnVersionedForm):
    """What the person says to an option."""

    says = RadioField(
        _("What do you say?"),
        choices=[
            (Choice.CHOSEN.value, _("Yes, I choose this")),
            (Choice.NOT_NOW.value, _("Not now")),
            (Choice.NO.value, _("No")),
        ],
        required=_("Choose what you say"),
    )
    why = WordsField(_("Why? You don’t have to say."), max_length=LINE, rows=2)

    def command(self) -> ChoiceCommand:
        return ChoiceCommand(Choice(self.says.data), today(), self.version(), why=self.why.data or "")


class OwnOrderForm(Places, OwnVersionedForm):
    """What the person would like most."""

    def command(self) -> OrderCommand:
        return OrderCommand(self.wanted(), self.version())
