"""The closing letter as it is first drafted: to the person, in plain words, from what the record knows.

After "Please, write to me" (Academy of Medical Royal Colleges, 2018): "you" and "we", no jargon, no words that judge.
"""

import re
from collections.abc import Iterable, Iterator

from livingwell.contacts.words import WAYS
from livingwell.core.dates import long_date
from livingwell.journeys.models import EndingKind, HandOverStepKind
from livingwell.journeys.models.closing_facts import ClosingFacts, GoalTold, NextStep, PlaceTold, WayBackTold

SUBJECT = "A letter for you to keep"
SUBJECT_OUT_OF_TOUCH = "Our door is open"

OPENINGS = {
    EndingKind.GOALS_REACHED: "Our time of working together is coming to an end. You have come a long way.",
    EndingKind.MOVED_ON: "Our time of working together is coming to an end, and you are moving on.",
    EndingKind.OWN_DECISION: "You told us that you want to stop for now. That is yours to decide. Thank you for "
    "telling us.",
    EndingKind.MOVED_AWAY: "You are moving, so our time of working together is coming to an end.",
    EndingKind.ANOTHER_SERVICE: "Our time of working together is coming to an end. Somebody else will be there for "
    "you now.",
    EndingKind.LOST_CONTACT: "We have lost touch with you, and we are sorry. We may not have found the right way to "
    "reach you. You have done nothing wrong.",
}
OPENING = "Our time of working together is coming to an end."
ABOUT_THIS_LETTER = "This letter is yours. It says what we did, what helps you, and how to come back."

NEXT = {
    HandOverStepKind.INTRODUCED: "you meet somebody there",
    HandOverStepKind.VISITED: "you go there together",
    HandOverStepKind.FIRST_APPOINTMENT: "your first appointment",
    HandOverStepKind.ADJUSTMENTS_PASSED_ON: "they hear what helps you",
    HandOverStepKind.ACCEPTED: "they tell us that they look forward to you",
}
MOST_STEPS = 5


def closing_subject(facts: ClosingFacts) -> str:
    """What the letter is called. Whoever sees the screen can read it."""
    return SUBJECT_OUT_OF_TOUCH if facts.kind is EndingKind.LOST_CONTACT else SUBJECT


def closing_words(facts: ClosingFacts, name: str, me: str, team: str) -> str:
    """The whole draft. A line that begins with # is a heading, one that begins with - a point of a list."""
    parts = [f"Dear {name},", OPENINGS.get(facts.kind, OPENING) if facts.kind else OPENING]
    parts += [f"{facts.to_where} is where you go next."] if facts.to_where else []
    parts += [ABOUT_THIS_LETTER, *_parts(facts), f"With our best wishes,\n{me}\n{team}"]
    return "\n\n".join(parts)


def _parts(facts: ClosingFacts) -> Iterator[str]:
    yield from _part("What we tried", _tried(facts))
    yield from _part("What we did together", _done(facts.goals))
    yield from _part("What changed", _changed(facts.goals))
    yield from _part("What helps you", _helps(facts))
    yield from _part("Where next", _places(facts.places))
    yield from _part("How to come back", _way_back(facts.way_back, facts.kind))
    yield from _part("If things get too much", [_without_headings(facts.crisis)])
    yield from _part("Who else gets this letter", _copies(facts))


def _part(heading: str, paragraphs: Iterable[str]) -> Iterator[str]:
    told = [each for each in paragraphs if each]
    if told:
        yield from (f"# {heading}", *told)


def _tried(facts: ClosingFacts) -> Iterator[str]:
    if facts.kind is EndingKind.LOST_CONTACT and facts.tried:
        yield "We tried to reach you in these ways:"
        yield _list(f"{WAYS[each.way]}, on {long_date(each.on)}" for each in facts.tried)


def _done(goals: tuple[GoalTold, ...]) -> Iterator[str]:
    if not goals:
        return
    yield "This is what you wanted to work on:"
    yield _list(_quoted(goal) for goal in goals)
    done = [step for goal in goals for step in goal.steps_done[-MOST_STEPS:]]
    if done:
        yield "These steps were done:"
        yield _list(done)


def _changed(goals: tuple[GoalTold, ...]) -> Iterator[str]:
    told = [words for goal in goals if (words := _change(goal))]
    if told:
        yield "You told us how close you were, from 0 (not at all) to 10 (all the way)."
        yield _list(told)
    reached = [_quoted(goal) for goal in goals if goal.is_reached]
    if reached:
        yield "You reached this:" if len(reached) == 1 else "You reached these:"
        yield _list(reached)


def _change(goal: GoalTold) -> str:
    if goal.first is None or goal.last is None:
        return ""
    if goal.first == goal.last:
        return f"{_quoted(goal)} You said {goal.first.value} on {long_date(goal.first.on)}."
    return (
        f"{_quoted(goal)} You said {goal.first.value} on {long_date(goal.first.on)}, and {goal.last.value} on "
        f"{long_date(goal.last.on)}."
    )


def _quoted(goal: GoalTold) -> str:
    """The goal as a sentence, in quotes where these are the person's own words."""
    words = goal.words.strip()
    ended = words if words.endswith((".", "!", "?")) else f"{words}."
    return f"“{ended}”" if goal.is_own else ended


def _helps(facts: ClosingFacts) -> Iterator[str]:
    if facts.adjustments:
        yield "You told us what makes things easier for you. You can ask for the same anywhere else:"
        yield _list(facts.adjustments)
    if facts.what_helps:
        yield "In your plan to stay well you wrote:"
        yield _without_headings(facts.what_helps)


def _places(places: tuple[PlaceTold, ...]) -> Iterator[str]:
    if places:
        yield "You chose this:" if len(places) == 1 else "You chose these:"
    for place in places:
        yield _list(_about(place))


def _about(place: PlaceTold) -> Iterator[str]:
    yield f"{place.name}: {place.what}" if place.what else place.name
    if place.how_to_join:
        yield f"How to join: {place.how_to_join}"
    if place.reached_by:
        yield f"How to reach them: {', '.join(place.reached_by)}"
    yield from map(_next, place.next_steps)


def _next(step: NextStep) -> str:
    what = step.what or NEXT.get(step.kind, "")
    who = f" ({step.who})" if step.who else ""
    return f"What comes next: {what}{who}, by {long_date(step.on)}"


def _way_back(told: WayBackTold | None, kind: EndingKind | None) -> Iterator[str]:
    if kind is EndingKind.LOST_CONTACT:
        yield "Our door is open. You do not have to say why you were away."
    if told is None:
        yield "You can come back. Tell us, in any way that suits you."
        return
    yield f"You can come back until {long_date(told.until)}. You do not need a new referral."
    how = told.how or f"The way you asked for: {WAYS[told.way].lower()}."
    yield _list([f"Who to ask for: {told.to_whom}", f"How: {how}"])


def _copies(facts: ClosingFacts) -> Iterator[str]:
    if facts.is_copied_to_gp:
        yield f"Your GP gets a copy: {facts.practice}." if facts.practice else "Your GP gets a copy."
        yield "If you do not want that, tell us."
    else:
        yield "You asked us not to send a copy to your GP, so we do not."


def _list(lines: Iterable[str]) -> str:
    """Points of a list, each on one line whatever it was written on."""
    return "\n".join(f"- {' '.join(line.split())}" for line in lines)


def _without_headings(text: str) -> str:
    """What somebody else wrote, in lines of which none becomes a heading."""
    return re.sub(r"(?m)^\s*#+\s*", "", text)
