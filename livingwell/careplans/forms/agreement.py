"""The person's answer to a version of the plan."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from livingwell.careplans.commands import AnswerCommand
from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import Answer, HowSaid
from livingwell.careplans.models.version import NOT_YET
from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import (
    HiddenField,
    NHSDateField,
    NotInFuture,
    NotInPast,
    RadioField,
    SelectField,
    TextField,
    WordsField,
)

ASK_AGAIN_AFTER = timedelta(days=7)

ANSWERS = [
    (Answer.YES.value, "Yes, {name} agrees"),
    (Answer.NO.value, "No, something is not right"),
    (Answer.COULD_NOT_ASK.value, "{name} could not be asked yet"),
]


class AgreementForm(PersonForm):
    """Yes, no with what is not right, or could not ask with why and by when. Nothing is chosen beforehand."""

    answer = RadioField("Does {name} agree to this version?", choices=ANSWERS, required="Choose the answer")
    on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])
    how = SelectField("How did {name} answer?", choices=HOW)
    words = WordsField("What {name} said, in their words", max_length=LONG, rows=2)
    not_right = WordsField("If no: what is not right?", max_length=LONG, rows=2)
    why_not_asked = WordsField("If {name} could not be asked: why?", max_length=LINE, rows=2)
    ask_by = NHSDateField("By when will {name} be asked?", validators=[NotInPast()])
    answered_by = TextField(
        "If somebody answered for {name}: who, and as what?",
        description="Their name and what they are, such as “sister, with power of attorney”. Blank if {name} answered.",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.answer.data == Answer.COULD_NOT_ASK:
            is_valid = self.ask_for("why_not_asked", "Say why {name} could not be asked") and is_valid
            return self.ask_for("ask_by", "Enter the date by which {name} will be asked") and is_valid
        if self.answer.data == Answer.NO:
            is_valid = self.ask_for("not_right", "Write down what is not right") and is_valid
        if self.answer.data:
            is_valid = self.ask_for("how", "Choose how {name} answered") and is_valid
        return is_valid

    def command(self) -> AnswerCommand:
        is_asked = self.answer.data != Answer.COULD_NOT_ASK
        return AnswerCommand(
            answer=Answer(self.answer.data),
            on=self.on.data,
            how=HowSaid(self.how.data) if is_asked and self.how.data else None,
            words=self.words.data or "",
            not_right=self.not_right.data or "",
            why_not_asked=self.why_not_asked.data or "",
            ask_by=self.ask_by.data,
            answered_by=self.answered_by.data or "",
        )


def pressed(answer: str, words: str, answered_by: str = "") -> AnswerCommand:
    """What the person pressed (yes, no, later), as the record tells it. "Not yet" is asked again within a week."""
    on_screen = AnswerCommand(Answer.YES, today(), HowSaid.ON_THIS_SCREEN, answered_by=answered_by)
    if answer == "later":
        ask_by = today() + ASK_AGAIN_AFTER
        return replace(on_screen, answer=Answer.COULD_NOT_ASK, words=words, why_not_asked=NOT_YET, ask_by=ask_by)
    if answer == "no":
        return replace(on_screen, answer=Answer.NO, not_right=words)
    return replace(on_screen, words=words)


class TurnedRoundForm(PersonForm):
    """The person's own answer on the screen that is turned to them: three buttons, and words if they wish."""

    answer = RadioField(
        "Do I agree to this plan?",
        choices=[("yes", "Yes"), ("no", "No, something isn’t right"), ("later", "Not today")],
        required="Choose one of the three",
    )
    words = WordsField("Anything I want to say, or what isn’t right", max_length=LINE - 100, rows=3)
    seen = HiddenField("The plan as it was read")

    def command(self) -> AnswerCommand:
        return pressed(self.answer.data, self.words.data or "")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.answer.data == "no":
            return self.ask_for("words", "Say what isn’t right, in a few words") and is_valid
        return is_valid
