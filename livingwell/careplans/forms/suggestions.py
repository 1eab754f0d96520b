"""Suggesting, and answering a suggestion."""

from typing import Any
from uuid import UUID

from livingwell.careplans.commands import SuggestionCommand
from livingwell.careplans.forms.about_person import PersonsAnswerFields
from livingwell.careplans.models import CAN_BE_ADDED_TO, SuggestionKind, TargetKind
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import RadioField, WordsField

KINDS = {
    SuggestionKind.REWORDING: "Say it in other words",
    SuggestionKind.MORE_ACCESSIBLE: "Make it easier to follow",
    SuggestionKind.ADDITION: "Add something",
}
ADDITIONS = {TargetKind.PLAN: "Add a goal", TargetKind.GOAL: "Add a step to this goal"}


class SuggestionForm(PersonForm):
    """Words that are put beside a line."""

    kind = RadioField("What do you suggest?", required="Say what you suggest")
    words = WordsField("The words you suggest", required="Write down what you suggest", max_length=LONG, rows=3)
    why = WordsField("Why?", description="You never need to say anything about yourself.", max_length=LINE, rows=2)

    def __init__(self, *args: Any, target: TargetKind, **values: Any) -> None:
        super().__init__(*args, **values)
        self.target = target
        offered = [] if target is TargetKind.PLAN else [SuggestionKind.REWORDING, SuggestionKind.MORE_ACCESSIBLE]
        pairs = [(kind.value, KINDS[kind]) for kind in offered]
        if target in CAN_BE_ADDED_TO:
            pairs.append((SuggestionKind.ADDITION.value, ADDITIONS[target]))
        self.kind.offer(pairs)

    def command(self, target_id: UUID | None) -> SuggestionCommand:
        return SuggestionCommand(
            SuggestionKind(self.kind.data), self.target, self.words.data, target_id, self.why.data or ""
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
