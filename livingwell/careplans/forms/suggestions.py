"""Suggesting, and answering a suggestion."""

from typing import Any
from uuid import UUID

from livingwell.careplans.commands import SuggestionCommand
from livingwell.careplans.forms.about_person import HOW, PersonsAnswerFields
from livingwell.careplans.models import CAN_BE_ADDED_TO, CAN_BE_DROPPED, HowSaid, SuggestionKind, TargetKind
from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, WordsField

KINDS = {
    SuggestionKind.REWORDING: "Say it in other words",
    SuggestionKind.MORE_ACCESSIBLE: "Make it easier to follow",
    SuggestionKind.ADDITION: "Add something",
    SuggestionKind.DROP: "Leave it out",
}
MISSING = {"words": "Write down what you suggest", "why": "Say why it could be left out"}
ADDITIONS = {TargetKind.PLAN: "Add a goal", TargetKind.GOAL: "Add a step to this goal"}


class SuggestionForm(PersonForm):
    """Words that are put beside a line."""

    kind = RadioField("What do you suggest?", required="Say what you suggest")
    words = WordsField(
        "The words you suggest", description="Not needed to leave something out.", max_length=LONG, rows=3
    )
    why = WordsField("Why?", description="You never need to say anything about yourself.", max_length=LINE, rows=2)
    whose = RadioField(
        "Whose idea is it?",
        choices=[("mine", "Mine"), ("theirs", "{name}’s: {name} told me")],
        required="Say whose idea it is",
        default="mine",
    )
    told_how = SelectField("If it is {name}’s: how did {name} say so?", choices=HOW)
    said_on = NHSDateField("When?", default=today, validators=[NotInFuture()])

    def __init__(self, *args: Any, target: TargetKind, **values: Any) -> None:
        super().__init__(*args, **values)
        self.target = target
        offered = [] if target is TargetKind.PLAN else [SuggestionKind.REWORDING, SuggestionKind.MORE_ACCESSIBLE]
        pairs = [(kind.value, KINDS[kind]) for kind in offered]
        if target in CAN_BE_ADDED_TO:
            pairs.append((SuggestionKind.ADDITION.value, ADDITIONS[target]))
        if target in CAN_BE_DROPPED:
            pairs.append((SuggestionKind.DROP.value, KINDS[SuggestionKind.DROP]))
        self.kind.offer(pairs)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        needed = "why" if self.kind.data == SuggestionKind.DROP else "words"
        if self.kind.data:
            is_valid = self.ask_for(needed, MISSING[needed]) and is_valid
        if self.whose.data == "theirs":
            is_valid = self.ask_for("told_how", "Choose how {name} said so") and is_valid
        return is_valid

    def command(self, target_id: UUID | None) -> SuggestionCommand:
        is_theirs = self.whose.data == "theirs"
        return SuggestionCommand(
            SuggestionKind(self.kind.data),
            self.target,
            self.words.data or "",
            target_id,
            self.why.data or "",
            said_on=self.said_on.data if is_theirs else None,
            told_how=HowSaid(self.told_how.data) if is_theirs else None,
        )


class AcceptForm(PersonsAnswerFields):
    """The person's answer to new words for theirs; nothing to ask where the words are not."""

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return is_valid and ("has_answered" not in self or self.validate_answer_given())


class DeclineForm(PersonForm):
    """Why not."""

    reason = WordsField(
        "Why not?",
        description="Whoever suggested it reads this.",
        required="Say why, so that whoever suggested it knows",
        max_length=LINE,
        rows=3,
    )
