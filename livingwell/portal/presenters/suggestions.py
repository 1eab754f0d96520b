"""What is suggested for the plan, by the team and by the person, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.careplans.models import Suggestion, SuggestionAnswer, SuggestionKind, TargetKind
from livingwell.careplans.models.differences import text_of
from livingwell.careplans.models.snapshot import Snapshot
from livingwell.careplans.presenters.pieces import Pieces, pieces_of
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class Idea:
    """One suggestion. `about` is the line that it is for, as it stands; empty for a new goal, and for what is gone.

    `answered` is the sentence that says what came of it, `reason` the answerer's words.
    """

    id: str
    line_id: str
    heading: str
    about: str
    pieces: Pieces
    why: str
    waits_for_me: bool
    answered: str
    reason: str


def ideas_beside(suggestions: Iterable[Suggestion], snapshot: Snapshot) -> dict[str, tuple[Idea, ...]]:
    """The suggestions that wait for an answer, by the id of the line that each is for; those for a new goal by ""."""
    found: dict[str, tuple[Idea, ...]] = {}
    for idea in (idea_of(each, snapshot) for each in suggestions if each.is_open):
        found[idea.line_id] = (*found.get(idea.line_id, ()), idea)
    return found


def ideas(suggestions: Iterable[Suggestion], snapshot: Snapshot) -> tuple[Idea, ...]:
    """Every suggestion, the newest first."""
    return tuple(idea_of(each, snapshot) for each in reversed(list(suggestions)))


def idea_of(suggestion: Suggestion, snapshot: Snapshot) -> Idea:
    """One suggestion, said to the person. `snapshot` is the plan that they see: nothing else of the plan is quoted."""
    lines = {line.id: text_of(line) for line in snapshot.lines()}
    target = str(suggestion.target_id or "")
    about = lines.get(target, "")
    return Idea(
        id=str(suggestion.id),
        line_id=target if about else "",
        heading=_heading(suggestion),
        about=about,
        pieces=_pieces(suggestion, about),
        why=suggestion.why,
        waits_for_me=suggestion.is_open and not suggestion.is_persons,
        answered=_answered(suggestion),
        reason=suggestion.answer.reason if suggestion.answer else "",
    )


def _heading(suggestion: Suggestion) -> str:
    day = long_date(suggestion.made_on)
    if suggestion.is_persons:
        return _("Your idea, %(day)s", day=day)
    return _("An idea from %(who)s, %(day)s", who=suggestion.written_by, day=day)


def _pieces(suggestion: Suggestion, about: str) -> Pieces:
    if suggestion.kind is SuggestionKind.DROP:
        return (("removed", about),) if about else ()
    is_new = suggestion.kind is SuggestionKind.ADDITION or suggestion.target_kind is TargetKind.PLAN
    return (("added", suggestion.words),) if is_new or not about else pieces_of(about, suggestion.words)


def _answered(suggestion: Suggestion) -> str:
    """What came of it, in a sentence; who said so, and when."""
    answer = suggestion.answer
    if answer is None:
        return _("Your team will answer.") if suggestion.is_persons else ""
    who, day = answer.written_by, long_date(answer.answered_on)
    if answer.answer is SuggestionAnswer.TAKEN_TO_MEETING:
        return _("%(who)s takes it to the next team meeting.", who=who)
    if answer.answer is SuggestionAnswer.ACCEPTED:
        return _("%(who)s said yes on %(day)s. It is in your plan.", who=who, day=day)
    return _("%(who)s said no on %(day)s.", who=who, day=day)
