"""Holding a line of the plan back from the person."""

from typing import Any
from uuid import UUID

from livingwell.careplans.commands import HoldBackCommand
from livingwell.careplans.models import TargetKind
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInPast, RadioField, WordsField


class HoldBackForm(PersonForm):
    """Why, until when, and whether the person is told that something is held back. Nothing is chosen beforehand."""

    reason = WordsField(
        "Why should {name} not see this for now?",
        description="Every member reads this. The plan is {name}’s: hold back only what would do harm.",
        required="Say why",
        max_length=LINE,
        rows=3,
    )
    look_again_on = NHSDateField(
        "When does somebody look at this again?",
        description="It stands on Today on that day.",
        required="Enter the day when somebody looks again",
        validators=[NotInPast()],
    )
    told = RadioField(
        "Is {name} told that something is held back?",
        choices=[
            ("yes", "Yes. {name} reads that something is held back, and can ask you"),
            ("no", "No, that itself would harm"),
        ],
        required="Say whether {name} is told",
    )
    hides_that_because = WordsField("If {name} is not told: why would that harm?", max_length=LINE, rows=2)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.told.data == "no":
            return self.ask_for("hides_that_because", "Say why it would harm {name} to know") and is_valid
        return is_valid

    def command(self, kind: TargetKind, line_id: UUID) -> HoldBackCommand:
        because = self.hides_that_because.data or "" if self.told.data == "no" else ""
        return HoldBackCommand(kind, line_id, self.reason.data, self.look_again_on.data, because)
