"""The answer of the person that many forms ask for."""

from livingwell.careplans.commands import PersonsAnswer
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, WordsField

HOW = [("", "Choose how"), *((how.value, how.value.capitalize()) for how in HowSaid)]


class PersonsAnswerFields(PersonForm):
    """Fields for the person's answer to a change of their own words."""

    has_answered = RadioField(
        "Has {name} said yes to this?",
        description="These are {name}’s own words. They change only with {name}’s answer. If you have not asked yet, "
        "make a suggestion instead.",
        choices=[("yes", "Yes"), ("no", "Not yet")],
    )
    answered_on = NHSDateField("When did {name} say so?", default=today, validators=[NotInFuture()])
    answered_how = SelectField("How?", choices=HOW)
    answer = WordsField("What {name} said, in their words", max_length=LONG, rows=2)

    def validate_answer_given(self) -> bool:
        """Whether the person said yes, and when and how."""
        if not self.ask_for("has_answered", "Say whether {name} said yes"):
            return False
        if self.has_answered.data != "yes":
            self.has_answered.errors = [f"Ask {self.name} first, or make a suggestion that stands beside the words"]
            return False
        is_dated = self.ask_for("answered_on", "Enter the day when {name} said so")
        return self.ask_for("answered_how", "Choose how {name} said so") and is_dated

    def persons_answer(self) -> PersonsAnswer | None:
        """The answer, where one was given."""
        if self.has_answered.data != "yes" or not self.answered_on.data or not self.answered_how.data:
            return None
        return PersonsAnswer(self.answered_on.data, HowSaid(self.answered_how.data), self.answer.data or "")

    def without_answer(self) -> None:
        """Leave the answer out where the words are not the person's."""
        for name in ("has_answered", "answered_on", "answered_how", "answer"):
            del self[name]
