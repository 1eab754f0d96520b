"""The options that are looked at together, and what is said about them."""

from typing import Any
from uuid import UUID

from livingwell.core.text import LINE
from livingwell.journeys.commands import OptionCommand, PointCommand
from livingwell.journeys.forms.voice import AREA_CHOICES, RewordFields, ToldForm, VoiceFields, area_of
from livingwell.journeys.labels import POINT_KINDS
from livingwell.journeys.models import PointKind
from livingwell.web.fields import RadioField, SelectField, TextField, WordsField

HINTS = {
    PointKind.GOOD: "For {name}, not for people in general.",
    PointKind.HARD: "Getting there, the people, the noise, the time: what would be hard for {name}.",
    PointKind.CONSEQUENCE: "Benefits, travel, insurance, driving, work: what could follow from it.",
}
POINT_CHOICES = [(kind.value, label) for kind, label in POINT_KINDS.items()]


class OptionForm(VoiceFields):
    """Something to look at, which is not in the directory."""

    option = TextField("What is it?", required="Say what it is")
    what = WordsField("What would {name} do there?", max_length=LINE, rows=2)
    area = SelectField("Which part of life is it about?", choices=AREA_CHOICES)

    def command(self) -> OptionCommand:
        return OptionCommand(self.voice(), self.option.data, self.what.data or "", area_of(self.area))


class ServiceOptionForm(VoiceFields):
    """An entry of the directory to look at: its name stands there already."""

    what = WordsField("What would {name} do there?", max_length=LINE, rows=2)
    area = SelectField("Which part of life is it about?", choices=AREA_CHOICES)

    def command(self, service_id: UUID) -> OptionCommand:
        return OptionCommand(self.voice(), what=self.what.data or "", area=area_of(self.area), service_id=service_id)


class PointForm(VoiceFields):
    """What is good or hard about it, or what it could mean."""

    kind = RadioField("What is it?", choices=POINT_CHOICES, required="Say what it is")
    words = WordsField("Say it in a sentence or two", required="Write it down", max_length=LINE, rows=2)

    def __init__(self, *args: Any, kind: PointKind, **values: Any) -> None:
        super().__init__(*args, **values)
        self.kind.description = HINTS[kind].replace("{name}", self.name)
        if not self.kind.data:
            self.kind.data = kind.value

    def command(self) -> PointCommand:
        return PointCommand(PointKind(self.kind.data), self.words.data, self.voice())


class RewordPointForm(RewordFields):
    """The same in other words."""

    words = WordsField("Say it in a sentence or two", required="Write it down", max_length=LINE, rows=2)

    def command(self, kind: PointKind) -> PointCommand:
        return PointCommand(kind, self.words.data, self.voice(), self.told())


class TalkedForm(ToldForm):
    """What it could mean was talked through with the person."""

    words = WordsField(
        "What did {name} say?", description="Leave it blank if {name} is still thinking.", max_length=LINE, rows=3
    )
