"""What the person says about themselves, and what they need."""

from typing import Any

from livingwell.careplans.commands import StatementCommand
from livingwell.careplans.forms.about_person import PersonsAnswerFields
from livingwell.careplans.models import Statement, StatementKind, WhoseWords
from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.passports.forms.lines import PassportLines
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, TextField, WordsField

WHOSE = [
    (WhoseWords.PERSON.value, "{name}’s own words"),
    (WhoseWords.TOGETHER.value, "Ours together"),
    (WhoseWords.SUGGESTED.value, "Suggested by somebody else"),
]

WORDED = ("words", "whose_words", "suggested_by", "said_on")


class StatementForm(PassportLines, VersionedForm, PersonsAnswerFields):
    """One statement. Words of the person's own, in place of theirs, need no other answer."""

    words = WordsField("The words", required="Write down the words", max_length=LONG, rows=4)
    whose_words = RadioField("Whose words are these?", choices=WHOSE, required="Say whose words these are")
    suggested_by = TextField("Suggested by", description="Only if somebody else suggested the words.")
    said_on = NHSDateField(
        "When was it said?", required="Enter the day when it was said", default=today, validators=[NotInFuture()]
    )

    def __init__(
        self, *args: Any, standing: Statement | None = None, wording: int | None = None, **values: Any
    ) -> None:
        """`standing`: the statement that the new one replaces; `wording`: the number of it that is read now."""
        worded = {name: getattr(standing, name) for name in WORDED} if standing else {}
        super().__init__(*args, data={**worded, "row_version": wording}, **values)
        self.replaces_persons = standing is not None and standing.is_persons
        if not self.replaces_persons:
            self.without_answer()

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.whose_words.data == WhoseWords.SUGGESTED:
            is_valid = self.ask_for("suggested_by", "Enter who suggested the words") and is_valid
        if self.replaces_persons and self.whose_words.data != WhoseWords.PERSON:
            is_valid = self.validate_answer_given() and is_valid
        return is_valid

    def command(self, kind: StatementKind) -> StatementCommand:
        return StatementCommand(
            kind=kind,
            words=self.words.data,
            whose_words=WhoseWords(self.whose_words.data),
            said_on=self.said_on.data,
            suggested_by=self.suggested_by.data or "",
            row_version=self.version(),
            answer=self.persons_answer() if self.replaces_persons else None,
        )
