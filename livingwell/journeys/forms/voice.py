"""Whose words a line is in, and how a member was told them: what many forms of a journey ask."""

from livingwell.careplans.forms.about_person import HOW, PersonsAnswerFields
from livingwell.careplans.forms.statements import WHOSE
from livingwell.careplans.models import HowSaid, Voiced, WhoseWords
from livingwell.core.clock import today
from livingwell.journeys.commands import Told, Voice
from livingwell.journeys.labels import AREAS, NO_AREA
from livingwell.journeys.models import Area
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, TextField

AREA_CHOICES = [("", NO_AREA), *((area.value, label) for area, label in AREAS.items())]


class VoiceFields(PersonForm):
    """Whose words these are, and when and how the person said them."""

    whose_words = RadioField("Whose words are these?", choices=WHOSE, required="Say whose words these are")
    suggested_by = TextField("Suggested by", description="Only if somebody else suggested it.")
    said_on = NHSDateField(
        "When was it said?", required="Enter the day when it was said", default=today, validators=[NotInFuture()]
    )
    how = SelectField("How did {name} say it?", description="Only for {name}’s own words.", choices=HOW)

    def validate(self, extra_validators: object = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.whose_words.data == WhoseWords.PERSON:
            is_valid = self.ask_for("how", "Choose how {name} said it") and is_valid
        if self.whose_words.data == WhoseWords.SUGGESTED:
            is_valid = self.ask_for("suggested_by", "Enter who suggested it") and is_valid
        return is_valid

    def voice(self) -> Voice:
        return Voice(
            WhoseWords(self.whose_words.data),
            self.said_on.data,
            self.suggested_by.data or "",
            HowSaid(self.how.data) if self.how.data else None,
        )


class RewordFields(PersonsAnswerFields, VoiceFields):
    """The same in place of words that stand. The person's own change to ours only with their answer."""

    def begin_with(self, standing: Voiced) -> None:
        """Ask for the answer only where the words that stand are the person's."""
        self.replaces_persons = standing.is_persons
        if not standing.is_persons:
            self.without_answer()

    def validate(self, extra_validators: object = None) -> bool:
        is_valid = super().validate(extra_validators)
        if self.replaces_persons and self.whose_words.data != WhoseWords.PERSON:
            is_valid = self.validate_answer_given() and is_valid
        return is_valid

    def told(self) -> Told | None:
        """The person's answer, where one was given."""
        answer = self.persons_answer() if self.replaces_persons else None
        return Told(answer.on, answer.how, answer.words) if answer else None


class AnswerForm(PersonsAnswerFields):
    """To take something away: the person's answer, where the words are theirs."""

    def begin_with(self, standing: Voiced) -> None:
        self.needs_answer = standing.is_persons
        if not standing.is_persons:
            self.without_answer()

    def validate(self, extra_validators: object = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return (not self.needs_answer or self.validate_answer_given()) and is_valid

    def told(self) -> Told | None:
        answer = self.persons_answer() if self.needs_answer else None
        return Told(answer.on, answer.how, answer.words) if answer else None


class ToldForm(PersonForm):
    """When and how the person said something."""

    said_on = NHSDateField(
        "When did {name} say so?", required="Enter the day", default=today, validators=[NotInFuture()]
    )
    how = SelectField("How?", choices=HOW, required="Choose how {name} said so")

    def told(self, words: str = "") -> Told:
        return Told(self.said_on.data, HowSaid(self.how.data), words)


def area_of(field: SelectField) -> Area | None:
    """The area of life that was chosen, if any."""
    return Area(field.data) if field.data else None
