"""The person's hopes for after."""

from livingwell.core.text import LONG
from livingwell.journeys.commands import HopeCommand
from livingwell.journeys.forms.voice import AREA_CHOICES, RewordFields, VoiceFields, area_of
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import SelectField, WordsField

WORDS = "What does {name} hope for after this?"
BLANK = "Write down the hope"


class HopeForm(VoiceFields):
    """A hope."""

    words = WordsField(WORDS, required=BLANK, max_length=LONG, rows=4)
    area = SelectField("Which part of life is it about?", choices=AREA_CHOICES)

    def command(self) -> HopeCommand:
        return HopeCommand(self.words.data, self.voice(), area_of(self.area))


class RewordHopeForm(RewordFields, VersionedForm):
    """The same in other words."""

    words = WordsField(WORDS, required=BLANK, max_length=LONG, rows=4)
    area = SelectField("Which part of life is it about?", choices=AREA_CHOICES)

    def command(self) -> HopeCommand:
        return HopeCommand(self.words.data, self.voice(), area_of(self.area), self.version(), self.told())
