"""A goal and its steps, as cards and rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from livingwell.careplans.models import ActorKind, GoalState, StepState, WhoseWords
from livingwell.careplans.models.differences import by_when, who_does, whose
from livingwell.careplans.models.snapshot import GoalLine, RatingLine, StepLine
from livingwell.core.dates import long_date, short_date

Link = tuple[str, str]

STEP_ICONS = {StepState.DONE: "done", StepState.UNDER_WAY: "half"}


@dataclass(frozen=True)
class StepRow:
    """One step, as a row of components/steps.html."""

    id: str
    place: str
    what: str
    obstacle: str
    who: str
    by: str
    kind: str
    status: str
    confidence: str
    actions: tuple[Link, ...]


@dataclass(frozen=True)
class GoalCard:
    """One goal, for components/goal_card.html and its kin."""

    id: str
    number: int
    name: str
    whose: str
    is_own_words: bool
    title: str
    why: str
    facts: tuple[tuple[str, str], ...]
    ratings: tuple[RatingLine, ...]
    now: int | None
    first: int | None
    change: str
    is_live: bool
    is_suggested: bool
    is_over: bool
    is_rated: bool
    status: str
    steps: tuple[StepRow, ...]
    next_step: StepRow | None


def goal_card(goal: GoalLine, name: str, step_links: dict[str, tuple[Link, ...]] | None = None) -> GoalCard:
    """The card of a goal. `step_links`: what can be done with each step, by its id; none on a page that only shows."""
    state = GoalState(goal.state)
    rows = tuple(step_row(step, name, (step_links or {}).get(step.id, ())) for step in goal.steps)
    still_open = [row for row, step in zip(rows, goal.steps, strict=True) if StepState(step.state).is_open]
    return GoalCard(
        id=goal.id,
        number=goal.number,
        name=name,
        whose=_whose(goal, name),
        is_own_words=goal.whose_words == WhoseWords.PERSON,
        title=goal.words,
        why=goal.why_it_matters,
        facts=_facts(goal, name),
        ratings=goal.ratings,
        now=goal.ratings[-1].value if goal.ratings else None,
        first=goal.ratings[0].value if goal.ratings else None,
        change=change_of(goal.ratings),
        is_live=state.is_live,
        is_suggested=state is GoalState.SUGGESTED,
        is_over=state.is_over,
        is_rated=goal.rated_place is not None,
        status=status_of(goal),
        steps=rows,
        next_step=still_open[0] if still_open else None,
    )


def step_row(step: StepLine, name: str, actions: Sequence[Link] = ()) -> StepRow:
    """A step. One that was not done is marked red only where it was ours to do."""
    state = StepState(step.state)
    is_ours = step.actor_kind == ActorKind.MEMBER
    missed = "not_done" if state is StepState.NOT_DONE and is_ours else ""
    return StepRow(
        id=step.id,
        place=f"goal {step.goal_number}, step {step.number}",
        what=step.what,
        obstacle=_obstacle(step),
        who=who_does(step, name),
        by=by_when(step),
        kind=STEP_ICONS.get(state, missed),
        status=state.value.capitalize(),
        confidence=f"{step.confidence} of 10" if step.confidence is not None else "",
        actions=tuple(actions),
    )


def status_of(goal: GoalLine) -> str:
    """In progress since 21 April 2026"""
    since = f"{goal.state.capitalize()} since {long_date(goal.state_since)}"
    return f"{since}: {goal.state_why}" if goal.state_why else since


def change_of(ratings: Sequence[RatingLine]) -> str:
    """How the number moved since the first: "Up 4 since 21 April". Nothing is called significant."""
    if len(ratings) < 2:
        return ""
    moved, since = ratings[-1].value - ratings[0].value, short_date(ratings[0].on)
    if moved == 0:
        return f"The same as on {since}"
    return f"{'Up' if moved > 0 else 'Down'} {abs(moved)} since {since}"


def now_of(goal: GoalLine) -> str:
    """5, was 1. Up 4 since 21 April."""
    if not goal.ratings:
        return ""
    now, first = goal.ratings[-1].value, goal.ratings[0].value
    return str(now) if len(goal.ratings) == 1 else f"{now}, was {first}. {change_of(goal.ratings)}."


def _whose(goal: GoalLine, name: str) -> str:
    told = whose(goal, name)
    return told if goal.whose_words == WhoseWords.PERSON else f"{told}, on {short_date(goal.said_on)}"


def _facts(goal: GoalLine, name: str) -> tuple[tuple[str, str], ...]:
    importance = f"{goal.importance} of 10" if goal.importance is not None else ""
    return (
        (f"Importance to {name}", importance),
        ("Status", status_of(goal)),
        ("Now", now_of(goal)),
        ("Part of life", goal.life_area.capitalize()),
        ("Answers the need", goal.need),
    )


def _obstacle(step: StepLine) -> str:
    told = (
        ("Might get in the way", step.in_the_way),
        ("Then", step.then_we),
        (step.state.capitalize(), step.state_why),
    )
    return "\n".join(f"{what}: {words}" for what, words in told if words)
