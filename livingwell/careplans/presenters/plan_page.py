"""The plan, whole: for the page, for print, for the screen turned round, and for each version that is read again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from livingwell.careplans.models.snapshot import GoalLine, Snapshot, StepLine
from livingwell.careplans.presenters.consequences import ConsequenceCard, consequence_card
from livingwell.careplans.presenters.goals import GoalCard, Link, goal_card
from livingwell.careplans.presenters.statements import AllSaid, all_said
from livingwell.core.dates import long_date


@dataclass(frozen=True)
class PlanPage:
    """Everything in a plan that is the person's. Goals: rated first, then others worked on, then suggested."""

    name: str
    said: AllSaid
    goals: tuple[GoalCard, ...]
    over: tuple[GoalCard, ...]
    consequences: tuple[ConsequenceCard, ...]
    review: str
    is_review_due: bool

    @property
    def is_empty(self) -> bool:
        return not (self.goals or self.over or self.said.matters or self.said.good_at or self.said.needs)


def turned_page(snapshot: Snapshot, name: str, today: date) -> PlanPage:
    """The plan as the person reads it themself: somebody who is called `name` goes nowhere "with Amara" there."""
    return plan_page(replace(snapshot, goals=tuple(_with_me(goal, name) for goal in snapshot.goals)), "Me", today)


def _with_me(goal: GoalLine, name: str) -> GoalLine:
    return replace(
        goal, steps=tuple(replace(step, with_whom="me") if step.with_whom == name else step for step in goal.steps)
    )


def plan_page(
    snapshot: Snapshot, name: str, today: date, links_of: Callable[[StepLine], tuple[Link, ...]] | None = None
) -> PlanPage:
    """The plan for the person who is called `name`. `links_of`: what can be done with a step."""
    lines = sorted(snapshot.goals, key=lambda goal: (goal.rated_place or 9, goal.state == "suggested", goal.number))
    links = {step.id: links_of(step) for goal in lines for step in goal.steps} if links_of else {}
    cards = [goal_card(goal, name, links) for goal in lines]
    return PlanPage(
        name=name,
        said=all_said(snapshot.statements, name),
        goals=tuple(card for card in cards if not card.is_over),
        over=tuple(card for card in cards if card.is_over),
        consequences=tuple(consequence_card(each) for each in snapshot.consequences),
        review=long_date(snapshot.review_on) if snapshot.review_on else "",
        is_review_due=snapshot.review_on is not None and snapshot.review_on <= today,
    )
