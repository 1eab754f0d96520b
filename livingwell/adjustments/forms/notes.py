"""What the person said to what another record says about them."""

from typing import Any

from livingwell.adjustments.commands import AnswerNote
from livingwell.adjustments.forms.adding import PickFields
from livingwell.adjustments.labels import NOTE_OUTCOMES
from livingwell.adjustments.models import NoteOutcome
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, WordsField


class NoteForm(PickFields):
    """Right, right in other words, or not right; and what follows from it."""

    outcome = RadioField(
        "What did {name} say?",
        choices=[(outcome.value, label) for outcome, label in NOTE_OUTCOMES.items()],
        required="Say what came of the talk",
    )
    why = WordsField("In {name}’s words", max_length=LINE, rows=2)
    talked_on = NHSDateField("When did you talk?", default=today, validators=[NotInFuture()], required="Enter the day")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.outcome.data == NoteOutcome.DECLINED:
            return self.ask_for("why", "Write what {name} said") and is_valid
        return self.ask_for_any() and is_valid

    def command(self) -> AnswerNote:
        outcome = NoteOutcome(self.outcome.data)
        follows = () if outcome is NoteOutcome.DECLINED else self.new_ones()
        return AnswerNote(outcome, self.talked_on.data, self.why.data or "", follows)
