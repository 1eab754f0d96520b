"""Why somebody needs the member: each need with its weight, its sentence and the thing to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from flask import url_for

from livingwell.careplans.models import Answer
from livingwell.careplans.models.needs import LastAnswer, PlanNeeds
from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.discussions.models import Challenge
from livingwell.worklist.models import COMING, Supported
from livingwell.worklist.presenters.row import quoted
from livingwell.worklist.presenters.when import STANDARD, due, is_past_standard, late_by, waited


class Weight(IntEnum):
    """What comes first: what is late, then what is open, what is due today, what waits, and what is soon due."""

    LATE = 0
    OPEN = 1
    TODAY = 2
    WAITS = 3
    SOON = 4

    @property
    def kind(self) -> str:
        """The icon that goes with it."""
        return {Weight.LATE: "not_done", Weight.OPEN: "open"}.get(self, "half")


@dataclass(frozen=True)
class Need:
    """One reason, since when it stands, what to do about it, and the person's own words about it if there are any."""

    weight: Weight
    since: date
    words: str
    action: str
    href: str
    quote: str = ""


def needs_of(who: Supported, account_id: UUID | None, today: date) -> list[Need]:
    """Everything that somebody needs from the member, the weightiest and oldest first."""
    found = [*_challenges(who, account_id), *_plan(who, today)]
    return sorted(found, key=lambda need: (need.weight, need.since))


def _challenges(who: Supported, account_id: UUID | None) -> Iterator[Need]:
    for challenge, is_decided_over in who.challenges:
        since = in_london(challenge.created_at).date()
        decided = ", and something was decided over it" if is_decided_over else ""
        yield Need(
            Weight.OPEN,
            since,
            f"{_whose(challenge, account_id)}, open since {short_date(since)}{decided}",
            "See the challenge",
            url_for(
                "discussions.show_discussion",
                person_id=who.person.id,
                discussion_id=challenge.discussion_id,
                _anchor=f"challenge-{challenge.id}",
            ),
        )


def _whose(challenge: Challenge, account_id: UUID | None) -> str:
    """Your challenge, Challenge from Jo Brennan."""
    view = challenge.contribution
    if view.said_by_id is not None and view.said_by_id == account_id:
        return "Your challenge"
    return f"Challenge from {view.said_by.name if view.said_by else view.said_by_name}"


def _plan(who: Supported, today: date) -> Iterator[Need]:
    if who.plan is None:
        yield _not_agreed(who, "No plan yet", "Start the plan", today)
        return
    yield from _agreement(who, who.plan, today)
    yield from _review(who, who.plan, today)
    if who.plan.suggestions:
        words = "1 suggestion waits" if who.plan.suggestions == 1 else f"{who.plan.suggestions} suggestions wait"
        yield Need(Weight.WAITS, today, f"{words} for an answer", "Answer it", _to_plan(who, "waiting"))


def _agreement(who: Supported, plan: PlanNeeds, today: date) -> Iterator[Need]:
    """How the plan stands: the last answer says most, unless it was a yes."""
    if plan.answer is not None and plan.answer.answer is not Answer.YES:
        yield from _no_yes(who, plan.answer, today)
    elif plan.agreed_on is None:
        yield _not_agreed(who, "Plan not agreed yet", "Open the plan", today)
    elif plan.changes:
        changes = "1 change" if plan.changes == 1 else f"{plan.changes} changes"
        words = f"{changes} since {who.person.preferred_name} agreed on {short_date(plan.agreed_on)}"
        yield Need(Weight.WAITS, plan.agreed_on, words, "See what changed", _to_plan(who, "changes"))


def _not_agreed(who: Supported, words: str, action: str, today: date) -> Need:
    referred_on = who.episode.referred_on
    weight = Weight.LATE if is_past_standard(referred_on, today) else Weight.WAITS
    said = f"{words}, {waited(referred_on, today)} after the referral"
    return Need(weight, referred_on + STANDARD, said, action, _to_plan(who))


def _no_yes(who: Supported, answer: LastAnswer, today: date) -> Iterator[Need]:
    name, on = who.person.preferred_name, short_date(answer.on)
    if answer.answer is Answer.NO:
        words, quote = f"{name} said no to the plan on {on}", quoted(answer.not_right)
        yield Need(Weight.OPEN, answer.on, words, "Change the plan", _to_plan(who, "changes"), quote)
    elif answer.ask_by is not None:
        yield from _to_ask(who, answer, answer.ask_by, today)


def _to_ask(who: Supported, answer: LastAnswer, by: date, today: date) -> Iterator[Need]:
    """Nobody could ask, or the person said not yet: they are asked by the day that was written down."""
    name, quote = who.person.preferred_name, quoted(answer.words) if answer.is_not_yet else ""
    said = f"{name} said not yet to the plan on {short_date(answer.on)}"
    if by < today:
        words = said if answer.is_not_yet else f"{name} has not been asked about the plan"
        late = f"{words}. {late_by(by, today)}"
        yield Need(Weight.LATE, by, late, f"Ask {name}", _to_plan(who, "changes"), quote)
    elif by <= today + COMING:
        words = f"{said}. Ask again" if answer.is_not_yet else f"Ask {name} about the plan"
        yield Need(Weight.SOON, by, f"{words}. {due(by, today)}", f"Ask {name}", _to_plan(who, "changes"), quote)


def _review(who: Supported, plan: PlanNeeds, today: date) -> Iterator[Need]:
    if plan.review_on is None or plan.review_on > today + COMING:
        return
    weight = Weight.LATE if plan.review_on < today else Weight.TODAY if plan.review_on == today else Weight.SOON
    when = due(plan.review_on, today)
    words = f"Review of the plan {when[0].lower()}{when[1:]}"
    yield Need(weight, plan.review_on, words, "Start the review", _to_plan(who))


def _to_plan(who: Supported, part: str | None = None) -> str:
    return url_for("careplans.show_plan", person_id=who.person.id, _anchor=part)
