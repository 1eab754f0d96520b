"""The closing letter's words, sending it, and what the person wishes about it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.contacts.forms.writing import SendForm, WriteForm
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.journeys.letter_commands import CarerToldCommand, WishCommand
from livingwell.journeys.models import CarerToldKind, Paper
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import (
    CheckboxesField,
    NHSDateField,
    NotInFuture,
    RadioField,
    SelectField,
    WordsField,
)

HANDED = [
    (Way.VISIT.value, "I gave it to {name} on a visit"),
    (Way.CLINIC.value, "I gave it to {name} when they came to us"),
    (Way.THROUGH_SOMEONE.value, "Somebody whom {name} trusts gave it to them"),
]
NOT_WANTED = [
    (Paper.LETTER.value, "A letter to {name}"),
    (Paper.GP_COPY.value, "A copy of it for the GP"),
    (Paper.GP_SUMMARY.value, "A summary for the GP"),
]
TOLD = [
    (CarerToldKind.TOLD.value, "They were told"),
    (CarerToldKind.NOT_WANTED.value, "{name} does not want them told"),
    (CarerToldKind.COULD_NOT.value, "They could not be told"),
]


class ClosingLetterForm(WriteForm):
    """The words of the closing letter. It asks for no answer in one press: the way back stands in it."""

    def __init__(self, *args: Any, closing_way: ClosingWay, language: str = "", **values: Any) -> None:
        super().__init__(*args, way=closing_way.way, language=language, **values)
        self.closing_way = closing_way
        self.words.label.text = "The letter"
        self.words.rows = 30
        self.words.description = (
            "A line that begins with # is a heading. One that begins with a dash is a point of a list."
        )
        if "asks_for_answer" in self:
            del self.asks_for_answer

    def command_for_closing(self) -> WriteLetter:
        return replace(self.command("anything"), is_by_hand=self.closing_way is ClosingWay.BY_HAND)


class SendClosingForm(SendForm):
    """Sending the closing letter that was looked at."""


class HandClosingForm(SendForm):
    """Writing down that it was printed and given to the person."""

    handed = RadioField("How did {name} get it?", choices=HANDED, required="Choose how they got it")

    def way(self) -> Way:
        return Way(self.handed.data)


class WishForm(PersonForm):
    """Which papers the person does not want, and how they told us."""

    not_wanted = CheckboxesField(
        "What does {name} not want?", choices=NOT_WANTED, description="Tick nothing if {name} wants them all."
    )
    words = WordsField("What {name} said, in their words", max_length=LINE, rows=2)
    how = SelectField("How did {name} tell us?", choices=HOW, required="Choose how they told us")
    said_on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def command(self) -> WishCommand:
        wanted = frozenset(Paper(each) for each in self.not_wanted.data or ())
        return WishCommand(wanted, HowSaid(self.how.data), self.words.data or "", self.said_on.data or today())


class TellCarerForm(PersonForm):
    """What became of telling one carer that support ends."""

    kind = RadioField("What happened?", choices=TOLD, required="Choose what happened")
    words = WordsField("How they were told, or why not", max_length=LINE, rows=2)
    told_on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def command(self, carer_id: UUID) -> CarerToldCommand:
        return CarerToldCommand(
            carer_id, CarerToldKind(self.kind.data), self.words.data or "", self.told_on.data or today()
        )
