"""A goal, and where it stands."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.careplans.commands import GoalCommand, GoalStatusCommand
from livingwell.careplans.forms.about_person import PersonsAnswerFields
from livingwell.careplans.forms.statements import WHOSE
from livingwell.careplans.models import WHY_LENGTH, Goal, GoalState, LifeArea, Statement, WhoseWords
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import (
    NHSDateField,
    NotInFuture,
    NumberField,
    RadioField,
    SelectField,
    TextField,
    WordsField,
    YesField,
)

AREAS = [("", "Choose a part of life"), *((area.value, area.value.capitalize()) for area in LifeArea)]

STATES = {
    GoalState.AGREED: "Agreed: {name} wants this, and we have not begun",
    GoalState.IN_PROGRESS: "In progress",
    GoalState.REACHED: "Reached, as {name} sees it",
    GoalState.CHANGED: "Changed into another goal",
    GoalState.NOT_NOW: "Not now",
    GoalState.LET_GO: "Let go",
}


class GoalFields(PersonForm):
    """What a goal says."""

    words = WordsField(
        "The goal, in {name}’s words",
        description="Short and plain, the way {name} says it.",
        required="Write down the goal",
        max_length=LINE,
        rows=2,
    )
    whose_words = RadioField("Whose words are these?", choices=WHOSE, required="Say whose words these are")
    suggested_by = TextField("Suggested by", description="Only if somebody else suggested the goal.")
    said_on = NHSDateField(
        "When was it said?", required="Enter the day when it was said", default=today, validators=[NotInFuture()]
    )
    why_it_matters = WordsField("Why it matters to {name}, in their words", max_length=WHY_LENGTH, rows=2)
    life_area = SelectField("Part of life", choices=AREAS, required="Choose a part of life")
    importance = NumberField(
        "How important is it to {name}, from 1 to 10?",
        description="10 is the most important. Leave it blank if {name} would rather not say.",
        low=1,
        high=10,
    )
    need_id = SelectField("Which need does it answer?", choices=[("", "None, or not yet clear")])

    def offer_needs(self, needs: Iterable[Statement]) -> None:
        """The needs of this plan, to choose from."""
        self.need_id.offer([("", "None, or not yet clear"), *((str(need.id), need.words[:100]) for need in needs)])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.whose_words.data == WhoseWords.SUGGESTED:
            is_valid = self.ask_for("suggested_by", "Enter who suggested the goal") and is_valid
        return is_valid

    def told(self) -> dict[str, Any]:
        """What both commands are told."""
        return {
            "words": self.words.data,
            "whose_words": WhoseWords(self.whose_words.data),
            "said_on": self.said_on.data,
            "suggested_by": self.suggested_by.data or "",
            "why_it_matters": self.why_it_matters.data or "",
            "life_area": LifeArea(self.life_area.data),
            "importance": self.importance.data,
            "need_id": UUID(self.need_id.data) if self.need_id.data else None,
        }


class NewGoalForm(GoalFields):
    """A goal that joins the plan, perhaps with the number to start from."""

    is_rated = YesField("{name} will rate this goal from time to time")
    baseline = NumberField(
        "How close is {name} to it now, from 0 to 10?",
        description="0 is not at all, 10 is all the way there. {name} chooses the number. It can wait.",
        low=0,
        high=10,
    )

    def command(self) -> GoalCommand:
        is_rated = bool(self.is_rated.data) or self.baseline.data is not None
        return GoalCommand(**self.told(), is_rated=is_rated, baseline=self.baseline.data)


class EditGoalForm(GoalFields, VersionedForm, PersonsAnswerFields):
    """A goal that is changed. The person's own words need their answer."""

    def __init__(self, *args: Any, goal: Goal, **values: Any) -> None:
        super().__init__(*args, obj=goal, **values)
        self.kept = (goal.words, goal.why_it_matters)
        self.is_persons = goal.is_persons
        if not self.is_persons:
            self.without_answer()

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.is_persons and (self.words.data, self.why_it_matters.data or "") != self.kept:
            is_valid = self.validate_answer_given() and is_valid
        return is_valid

    def command(self) -> GoalCommand:
        answer = self.persons_answer() if self.is_persons else None
        return GoalCommand(**self.told(), row_version=self.version(), answer=answer)


class GoalStatusForm(PersonsAnswerFields):
    """Where a goal stands from now on."""

    state = RadioField("Where does this goal stand?", required="Say where the goal stands")
    why = WordsField(
        "Why?",
        description="Needed when a goal is changed, put aside or let go, and when it is taken up again.",
        max_length=LINE,
        rows=2,
    )
    since_on = NHSDateField("Since when?", required="Enter a date", default=today, validators=[NotInFuture()])

    def __init__(self, *args: Any, goal: Goal, **values: Any) -> None:
        super().__init__(*args, **values)
        states = [(state, words) for state, words in STATES.items() if state is not goal.state]
        self.state.offer([(state.value, words.replace("{name}", self.name)) for state, words in states])
        self.is_suggestion = goal.state is GoalState.SUGGESTED
        if self.is_suggestion:
            self.has_answered.description = f"A suggested goal joins the plan only with {self.name}’s answer."
        else:
            self.without_answer()

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.is_suggestion and is_valid and GoalState(self.state.data).is_live:
            return self.validate_answer_given()
        return is_valid

    def command(self) -> GoalStatusCommand:
        answer = self.persons_answer() if self.is_suggestion else None
        return GoalStatusCommand(GoalState(self.state.data), self.why.data or "", self.since_on.data, answer)
