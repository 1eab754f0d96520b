"""What is different between two snapshots of a plan, in sentences that a person can read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from livingwell.careplans.models.goal import GoalState
from livingwell.careplans.models.snapshot import (
    ConsequenceLine,
    GoalLine,
    Line,
    RatingLine,
    Snapshot,
    StatementLine,
    StepLine,
)
from livingwell.careplans.models.step import StepState
from livingwell.core.dates import long_date
from livingwell.core.text import possessive

PROGRESS_STATES = frozenset(
    {GoalState.IN_PROGRESS.value, *(state.value for state in StepState if state is not StepState.DROPPED)}
)


@dataclass(frozen=True)
class Difference:
    """One thing that changed. Reads as: {verb} {about}: “{new}” was “{old}”. Either text may be empty.

    `read_by_them` is `about` for the person, whose page has no numbers: a goal or step goes there by its words.
    `is_progress`: the plan went on as agreed (a step was done, a goal rated), and nobody needs to be asked again.
    """

    line_id: str
    verb: str
    about: str
    new: str = ""
    old: str = ""
    is_progress: bool = False
    read_by_them: str = ""


def differences(old: Snapshot, new: Snapshot, name: str) -> list[Difference]:
    """What changed from the old snapshot to the new one, in the order of the page. `name`: what we call the person."""
    return [*_of_lines(old, new, name), *_of_ratings(old, new, name), *_of_review(old, new)]


def changed_lines(old: Snapshot, new: Snapshot) -> list[tuple[Line | None, Line | None]]:
    """Pairs of a line before and after, for each that differs. A new statement goes with the one it replaced."""
    before = {line.id: line for line in old.lines()}
    after = {line.id: line for line in new.lines()}
    replaced = {line.replaces for line in after.values() if isinstance(line, StatementLine) and line.replaces in before}
    pairs = [(before.get(id_) or before.get(getattr(line, "replaces", "")), line) for id_, line in after.items()]
    gone = [(line, None) for id_, line in before.items() if id_ not in after and id_ not in replaced]
    return [pair for pair in [*pairs, *gone] if pair[0] != pair[1]]


def _of_lines(old: Snapshot, new: Snapshot, name: str) -> Iterator[Difference]:
    for before, after in changed_lines(old, new):
        yield from line_differences(before, after, name)


def line_differences(before: Line | None, after: Line | None, name: str) -> Iterator[Difference]:
    """What changed in one line; none before where it is new, none after where it was taken out."""
    if after is None and before is not None:
        place = place_of(before, name)
        yield Difference(before.id, "Taken out", place, old=text_of(before), read_by_them=_unnumbered(before, place))
    elif before is None and after is not None:
        place = _added_to(after, name)
        yield Difference(after.id, "Added", place, new=text_of(after), read_by_them=_unnumbered(after, place))
    elif before is not None and after is not None:
        yield from _within(before, after, name)


def _within(before: Any, after: Any, name: str) -> Iterator[Difference]:
    """The fields of a line that differ, each in words."""
    place = place_of(after, name)
    for part in _PARTS[type(after)]:
        was, is_now = part.read(before, name), part.read(after, name)
        if was != is_now:
            about, theirs = (
                part.about.format(place=each, name=name) for each in (place, _in_their_words(after, place))
            )
            theirs = _unnumbered(after, theirs) if part.verb == "Reworded" else theirs
            yield Difference(after.id, part.verb, about, is_now, was, part.is_progress(is_now), theirs)


def _of_ratings(old: Snapshot, new: Snapshot, name: str) -> Iterator[Difference]:
    before = {rating.id for goal in old.goals for rating in goal.ratings}
    for goal in new.goals:
        for rating in goal.ratings:
            if rating.id not in before:
                yield Difference(goal.id, "Rated", f"goal {goal.number}", _rating(rating), is_progress=True)


def _of_review(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    if old.review_on != new.review_on:
        about = "when the plan is reviewed"
        yield Difference("", "Changed", about, _day(new.review_on), _day(old.review_on), read_by_them=about)


def _rating(rating: RatingLine) -> str:
    return f"{rating.value} of 10, on {long_date(rating.on)}"


def place_of(line: Line, name: str) -> str:
    """Where a line stands, as one would say it: "goal 1, step 3"."""
    if isinstance(line, StepLine):
        return f"goal {line.goal_number}, step {line.number}"
    if isinstance(line, GoalLine):
        return f"goal {line.number}"
    if isinstance(line, ConsequenceLine):
        return f"what this could mean for {line.area}"
    return {
        "matters": f"what matters to {name}",
        "good_at": f"what {name} is good at",
        "need": f"what {name} needs",
        "where_next": f"where {name} wants to go next",
    }[line.kind]


def _unnumbered(line: Line, place: str) -> str:
    """Where a line stands, unless its own words, which follow, say it better than a number."""
    return "" if isinstance(line, GoalLine | StepLine) else place


def _in_their_words(line: Line, place: str) -> str:
    return f"“{text_of(line)}”" if isinstance(line, GoalLine | StepLine) else place


def _added_to(line: Line, name: str) -> str:
    if isinstance(line, StepLine):
        return f"to goal {line.goal_number}"
    if isinstance(line, StatementLine) and line.kind == "need":
        return f"to what {name} needs"
    return place_of(line, name)


def text_of(line: Line) -> str:
    """The words that a line is known by."""
    return line.what if isinstance(line, StepLine | ConsequenceLine) else line.words


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def by_when(step: StepLine) -> str:
    """By when, as the person would read it: the words where there are some, else the date."""
    return step.by_words or _day(step.by_on)


def who_does(step: StepLine, name: str) -> str:
    """Who does a step: "Amara, with Jo"."""
    who = name if step.actor_kind == "person" else step.done_by
    return f"{who}, with {step.with_whom}" if step.with_whom else who


def whose(line: StatementLine | GoalLine, name: str) -> str:
    """Whose words a line is in: "Amara’s words", "Ours together", "Suggested by Jo Brennan"."""
    if line.whose_words == "person":
        return f"{possessive(name)} words"
    return "Ours together" if line.whose_words == "together" else f"Suggested by {line.suggested_by or 'the team'}"


def _out_of_ten(number: int | None) -> str:
    return f"{number} of 10" if number is not None else ""


def _never(_now: str) -> bool:
    return False


def _always(_now: str) -> bool:
    return True


def _goes_on(state: str) -> bool:
    return state in PROGRESS_STATES


@dataclass(frozen=True)
class _Part:
    """One thing that a line says, read with the person's name, and how its change is told."""

    verb: str
    about: str
    read: Callable[[Any, str], str]
    is_progress: Callable[[str], bool] = _never


_PARTS: dict[type, tuple[_Part, ...]] = {
    StatementLine: (
        _Part("Reworded", "{place}", lambda line, _: line.words),
        _Part("Changed", "whose words say {place}", whose),
    ),
    GoalLine: (
        _Part("Reworded", "{place}", lambda line, _: line.words),
        _Part("Changed", "why {place} matters", lambda line, _: line.why_it_matters),
        _Part("Changed", "how important {place} is to {name}", lambda line, _: _out_of_ten(line.importance)),
        _Part("Changed", "the part of life that {place} belongs to", lambda line, _: line.life_area),
        _Part("Changed", "whose words {place} is in", whose),
        _Part("Changed", "the need that {place} answers", lambda line, _: line.need),
        _Part("Changed", "where {place} stands", lambda line, _: line.state, _goes_on),
    ),
    StepLine: (
        _Part("Reworded", "{place}", lambda line, _: line.what),
        _Part("Changed", "who does {place}", who_does),
        _Part("Changed", "when {place} is to be done by", lambda line, _: by_when(line)),
        _Part("Changed", "what might get in the way of {place}", lambda line, _: line.in_the_way),
        _Part("Changed", "what we’d do then, in {place}", lambda line, _: line.then_we),
        _Part("Changed", "how sure {name} is of {place}", lambda line, _: _out_of_ten(line.confidence), _always),
        _Part("Changed", "where {place} stands", lambda line, _: line.state, _goes_on),
    ),
    ConsequenceLine: (
        _Part("Reworded", "{place}", lambda line, _: line.what),
        _Part("Talked through", "{place}", lambda line, _: _day(line.talked_through_on), _always),
        _Part("Changed", "what {name} decided, in {place}", lambda line, _: line.decided, _always),
    ),
}
