"""Suggestions, beside the line that they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import Suggestion, SuggestionKind, TargetKind
from livingwell.careplans.models.differences import place_of, text_of
from livingwell.careplans.models.snapshot import GoalLine, Line, Snapshot, StatementLine
from livingwell.careplans.presenters.pieces import Pieces, pieces_of
from livingwell.core.dates import long_date


@dataclass(frozen=True)
class SuggestionCard:
    """One suggestion, for components/suggestion.html.

    `beside` is the id of the goal, statement or consequence that it stands with; empty for the plan as a whole.
    `needs_form`: accepting asks something first, such as the person's answer where the words are theirs.
    `is_persons`: the person suggests it, as `told` says.
    """

    id: str
    beside: str
    by: str
    about: str
    pieces: Pieces
    why: str
    is_own: bool
    is_persons: bool
    is_for_meeting: bool
    needs_form: bool
    short: str
    told: str


def suggestion_cards(
    suggestions: Iterable[Suggestion], snapshot: Snapshot, name: str, reader_id: UUID | None
) -> tuple[SuggestionCard, ...]:
    """The suggestions that wait for an answer, as somebody reads them."""
    lines = {line.id: line for line in snapshot.lines()}
    goal_of = {step.id: goal.id for goal in snapshot.goals for step in goal.steps}
    return tuple(
        suggestion_card(each, lines.get(str(each.target_id)), name, reader_id, goal_of)
        for each in suggestions
        if each.is_open
    )


def suggestion_card(
    suggestion: Suggestion, line: Line | None, name: str, reader_id: UUID | None, goal_of: dict[str, str]
) -> SuggestionCard:
    """One suggestion for the line, none for the plan as a whole or for a line that was taken out meanwhile."""
    target = str(suggestion.target_id or "")
    place = place_of(line, name) if line else "the plan"
    return SuggestionCard(
        id=str(suggestion.id),
        beside=goal_of.get(target, target if line else ""),
        by=name if suggestion.is_persons else suggestion.written_by,
        about=f"{_for(suggestion, place)}, on {long_date(suggestion.made_on)}",
        pieces=_pieces(suggestion, line),
        why=suggestion.why,
        is_own=suggestion.written_by_id == reader_id,
        is_persons=suggestion.is_persons,
        is_for_meeting=suggestion.is_for_meeting,
        needs_form=_needs_form(suggestion, line),
        short=f"{name} suggests something, {place}" if suggestion.is_persons else _short(suggestion, place),
        told=_told(suggestion),
    )


def _short(suggestion: Suggestion, place: str) -> str:
    return f"1 suggestion from {suggestion.written_by}, {place}"


def _told(suggestion: Suggestion) -> str:
    """How it came to us, where the person told it to a member."""
    return f"Told to {suggestion.written_by}, {suggestion.told_how}" if suggestion.told_how else ""


def _for(suggestion: Suggestion, place: str) -> str:
    if suggestion.kind is SuggestionKind.MORE_ACCESSIBLE:
        return f"to make {place} easier to follow"
    if suggestion.kind is SuggestionKind.DROP:
        return f"to leave out {place}"
    return f"to add to {place}" if suggestion.kind is SuggestionKind.ADDITION else f"for {place}"


def _pieces(suggestion: Suggestion, line: Line | None) -> Pieces:
    if suggestion.kind is SuggestionKind.DROP:
        return (("removed", suggestion.words),)
    if suggestion.kind is SuggestionKind.ADDITION or line is None:
        return (("added", suggestion.words),)
    return pieces_of(text_of(line), suggestion.words)


def _needs_form(suggestion: Suggestion, line: Line | None) -> bool:
    """Whether accepting asks something first: the person's answer, or who does the step."""
    if suggestion.kind is SuggestionKind.ADDITION:
        return suggestion.target_kind is TargetKind.GOAL
    if suggestion.is_persons:
        return False
    return isinstance(line, GoalLine | StatementLine) and line.whose_words == "person"
