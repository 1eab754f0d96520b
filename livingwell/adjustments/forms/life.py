"""What happens to an adjustment once it is on record."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.commands import Happening, NotPossible, OutcomeOf
from livingwell.adjustments.labels import MET
from livingwell.adjustments.models import EventKind, Met
from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, WordsField

SAID = {
    EventKind.INFORMED: "Anything that {name} said",
    EventKind.OBJECTED: "What {name} said",
    EventKind.NO_LONGER_OBJECTS: "What {name} said",
    EventKind.FLAGGED: "Anything worth knowing",
    EventKind.SHARED: "With whom?",
    EventKind.REVIEWED: "What came of it",
    EventKind.ENDED: "Why does it end?",
}
MISSING = {EventKind.SHARED: "Say with whom it was shared", EventKind.ENDED: "Say why it ends"}


class HappeningForm(PersonForm):
    """Something that happened, on a day. What the words are depends on what it is."""

    on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")
    said = WordsField("Words", max_length=LINE, rows=2)
    review_on = NHSDateField("Look at it again on", description="In six months where you leave it empty.")

    def __init__(self, *args: Any, kind: EventKind, **values: Any) -> None:
        super().__init__(*args, **values)
        self.kind = kind
        self.said.label.text = SAID[kind].replace("{name}", self.name)
        if kind is not EventKind.REVIEWED:
            del self.review_on

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return (self.kind not in MISSING or self.ask_for("said", MISSING[self.kind])) and is_valid

    def command(self) -> Happening:
        review = self.review_on.data if self.kind is EventKind.REVIEWED else None
        return Happening(self.kind, self.on.data, self.said.data or "", review)


class OutcomeForm(PersonForm):
    """Whether it was met, outside of any contact that says so."""

    met = RadioField(
        "Was it met?", choices=[(each.value, label) for each, label in MET.items()], required="Say whether it was met"
    )
    why = WordsField("If it was not met: why?", max_length=LINE, rows=2)
    on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.met.data == Met.NOT_MET:
            is_valid = self.ask_for("why", "Say why it was not met, so that it can be next time") and is_valid
        return is_valid

    def command(self, adjustment_id: UUID) -> OutcomeOf:
        return OutcomeOf(adjustment_id, Met(self.met.data), self.on.data, self.why.data or "")


class CannotDoForm(PersonForm):
    """That we can't do it: never without what is offered instead."""

    reason = WordsField("Why can’t we do this?", required="Say why we can’t do this", max_length=LONG, rows=3)
    instead = WordsField(
        "What do we offer {name} instead?", required="Say what is offered instead", max_length=LONG, rows=3
    )
    on = NHSDateField("Since when?", default=today, validators=[NotInFuture()], required="Enter the day")

    def command(self) -> NotPossible:
        return NotPossible(self.on.data, self.reason.data, self.instead.data)
