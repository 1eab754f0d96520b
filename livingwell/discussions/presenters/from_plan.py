"""What waits in the plan for the team's answer: what the person suggests, says no to, and what was left for today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livingwell.careplans.models import Answer, Suggestion, SuggestionKind, TargetKind
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.core.dates import short_date


@dataclass(frozen=True)
class FromPlan:
    """One thing: who, what, their words, why, and where in the plan it is answered. `is_persons`: in amber."""

    id: str
    heading: str
    words: str
    why: str
    is_persons: bool


def from_plan(suggestions: Iterable[Suggestion], needs: PlanNeeds | None, name: str) -> tuple[FromPlan, ...]:
    """The person's no first, then their suggestions, then those that a member left for the meeting."""
    shown = [each for each in suggestions if each.is_persons or each.is_for_meeting]
    return (*_said_no(needs, name), *(_suggested(each, name) for each in shown))


def _said_no(needs: PlanNeeds | None, name: str) -> Iterator[FromPlan]:
    answer = needs.answer if needs else None
    if answer is not None and answer.answer is Answer.NO:
        heading = f"{name} says that something in the plan isn’t right, {short_date(answer.on)}"
        yield FromPlan("", heading, answer.not_right, "", True)


def _suggested(suggestion: Suggestion, name: str) -> FromPlan:
    who = name if suggestion.is_persons else suggestion.written_by
    return FromPlan(
        id=str(suggestion.id),
        heading=f"{who} suggests {_what(suggestion)}, {short_date(suggestion.made_on)}",
        words=suggestion.words,
        why=suggestion.why,
        is_persons=suggestion.is_persons,
    )


def _what(suggestion: Suggestion) -> str:
    if suggestion.kind is SuggestionKind.DROP:
        return "to leave this out"
    if suggestion.kind is SuggestionKind.ADDITION:
        return "a goal" if suggestion.target_kind is TargetKind.PLAN else "a step"
    return "other words"
