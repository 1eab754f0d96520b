"""The plan as plain text, to paste into the trust's own record; and what is new in such a text since it was copied."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from livingwell.careplans.presenters.goals import GoalCard
from livingwell.careplans.presenters.plan_page import PlanPage
from livingwell.careplans.presenters.statements import Said


def plan_text(plan: PlanPage, person: str, agreement: str) -> str:
    """The whole plan. `person`: who it is about, in one line; `agreement`: how it stands with them."""
    return "\n".join(_lines(plan, person, agreement)).strip() + "\n"


def new_lines(copied: str, now: str) -> tuple[str, ...]:
    """The lines that were not in the text that was copied."""
    return _only_in(now, copied)


def lines_gone(copied: str, now: str) -> tuple[str, ...]:
    """The lines of the text that was copied that are not there any more."""
    return _only_in(copied, now)


def _only_in(text: str, other: str) -> tuple[str, ...]:
    matcher = SequenceMatcher(None, other.splitlines(), text.splitlines(), autojunk=False)
    found = [
        line
        for how, _a, _b, start, end in matcher.get_opcodes()
        if how in ("insert", "replace")
        for line in text.splitlines()[start:end]
    ]
    return tuple(line for line in found if line.strip())


def _lines(plan: PlanPage, person: str, agreement: str) -> Iterator[str]:
    yield from (person, agreement, "")
    yield from _said(f"What matters to {plan.name}", plan.said.matters)
    yield from _said(f"What {plan.name} is good at", plan.said.good_at)
    if plan.said.needs:
        yield f"What {plan.name} needs"
        yield from (f"- {need.words}" for need in plan.said.needs)
        yield ""
    for goal in (*plan.goals, *plan.over):
        yield from _goal(goal)
    for card in plan.consequences:
        yield f"What this could mean: {card.area}. {card.what} {card.source}"
        yield from ([f"{plan.name} decided: “{card.decided}”"] if card.decided else [])
    yield from _said("Where next", plan.said.where_next)
    if plan.review:
        yield f"Review: {plan.review}"


def _said(heading: str, said: Said | None) -> Iterator[str]:
    if said:
        yield from (heading, f"“{said.words}”" if said.is_own_words else said.words, f"({said.source})", "")


def _goal(goal: GoalCard) -> Iterator[str]:
    yield f"Goal {goal.number} ({goal.whose}): {goal.title}"
    if goal.why:
        yield f"Why it matters: {goal.why}"
    yield from (f"{name}: {value}" for name, value in goal.facts if value)
    for step in goal.steps:
        told = [step.who, f"by {step.by}" if step.by else "", step.status]
        yield f"- {step.what} ({', '.join(part for part in told if part)})"
        yield from ([f"  {line}" for line in step.obstacle.splitlines()])
    yield ""
