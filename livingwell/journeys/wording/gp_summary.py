"""The summary for the GP, under the headings of the Personalised Care and Support Plan.

PRSB Personalised Care and Support Plan v2.0 (DAPB4022), and the eleven categories of the Reasonable Adjustment Digital
Flag (DAPB4019) by their own names. It says nothing that the person does not see on their own side.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Category, ContactPreferences, ReasonableAdjustment
from livingwell.adjustments.presenters.preferences import Told
from livingwell.careplans.models import GoalState, SafetyPlan, StatementKind
from livingwell.careplans.models.seen import SeenPlan
from livingwell.careplans.models.snapshot import GoalLine, Snapshot, StatementLine
from livingwell.careplans.presenters.agreement import summary_line
from livingwell.careplans.presenters.goals import now_of, status_of, step_row
from livingwell.careplans.presenters.safety import safety_page
from livingwell.contacts.wording.booklet import Booklet, Part
from livingwell.contacts.words import WAYS
from livingwell.core.dates import long_date
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.journeys.models.closing_facts import PlaceTold, WayBackTold
from livingwell.journeys.wording.telling import adjustment_line
from livingwell.people.models import Person

TITLE = "Summary for the GP"

FLAG_CATEGORIES = {
    Category.COMMUNICATION_SUPPORT: "001 Communication support",
    Category.COMMUNICATION_PROFESSIONAL: "002 Communication professional",
    Category.CONTACT_METHOD: "003 Specific contact method",
    Category.INFORMATION_FORMAT: "004 Specific information format",
    Category.COMMUNICATION_NEEDS: "005 Additional communication needs",
    Category.LANGUAGE: "006 Community language",
    Category.SUPPORT: "007 Additional support",
    Category.CARE: "008 Individual care requirements",
    Category.ENVIRONMENT: "009 Environment of care",
    Category.HEALTH_NEEDS: "010 Additional needs",
    Category.BESPOKE: "011 Bespoke",
}


@dataclass(frozen=True)
class GpFacts:
    """What the summary is made from. `safety_plan` is there only where the person agrees that the GP reads it."""

    person: Person
    team: str
    practice: str
    started_on: date | None
    ended_on: date | None
    written_by: str
    written_on: date
    plan: SeenPlan | None = None
    reviewer: str = ""
    safety_plan: SafetyPlan | None = None
    adjustments: tuple[ReasonableAdjustment, ...] = ()
    preferences: ContactPreferences | None = None
    places: tuple[PlaceTold, ...] = ()
    way_back: WayBackTold | None = None


def gp_summary(facts: GpFacts) -> Booklet:
    """The whole of it. A heading that nothing stands under is left out."""
    told = [part for part in _parts(facts) if part.words]
    return Booklet(TITLE, _about(facts), tuple(told))


def summary_words(booklet: Booklet) -> str:
    """The same as it is read on a screen or in an e-mail: a line that begins with # is a heading."""
    parts = (f"# {part.heading}\n\n{part.words}" for part in booklet.parts)
    return "\n\n".join((booklet.lead, *parts))


def _about(facts: GpFacts) -> str:
    person = facts.person
    number = nhs_number_spaced(person.nhs_number) or "none yet"
    lines = [
        f"{person.name}, born {long_date(person.born_on)}, NHS number {number}",
        f"Known on other records as {person.recorded_name}" if person.has_other_recorded_name else "",
        f"GP practice: {facts.practice}" if facts.practice else "",
        f"Supported by {facts.team}{_from(facts)}",
        f"Written by {facts.written_by}, {long_date(facts.written_on)}",
    ]
    return _points(lines)


def _from(facts: GpFacts) -> str:
    begun = f" from {long_date(facts.started_on)}" if facts.started_on else ""
    return f"{begun} to {long_date(facts.ended_on)}" if facts.ended_on else begun


def _parts(facts: GpFacts) -> Iterator[Part]:
    name = facts.person.preferred_name
    if facts.plan is not None:
        yield from _plan(facts.plan.snapshot, name)
        yield Part("Agreed with, last updated and review", _points(_standing(facts, facts.plan)))
    yield from _safety(facts.safety_plan, name)
    yield from _adjustments(facts.adjustments)
    yield Part(f"How to contact {name}", _points(_contact(facts.preferences, name)))
    yield Part("Where next", "\n\n".join(_points(_place(each)) for each in facts.places))
    yield Part("How to come back", _points(_way_back(facts.way_back)))


def _plan(plan: Snapshot, name: str) -> Iterator[Part]:
    yield Part(f"What matters to {name}", _said(plan, StatementKind.MATTERS))
    yield Part("Strengths", _said(plan, StatementKind.GOOD_AT))
    yield Part("Needs", _points(_quoted(each) for each in plan.statements if each.kind == StatementKind.NEED))
    goals = [goal for goal in plan.goals if GoalState(goal.state) is not GoalState.SUGGESTED]
    if goals:
        yield Part(
            "Goals and hopes",
            f"What stands in quotes is in {name}’s words. {name}’s own ratings go from 0 to 10.",
        )
    for goal in goals:
        yield Part(f"Goal {goal.number}", _points(_goal(goal)), level=3)
        yield Part(f"Goal {goal.number}: actions and stage goals", _points(_steps(goal, name)), level=3)


def _said(plan: Snapshot, kind: StatementKind) -> str:
    return "\n\n".join(_quoted(each) for each in plan.statements if each.kind == kind)


def _quoted(line: StatementLine | GoalLine) -> str:
    return f"“{line.words}”" if line.whose_words == "person" else line.words


def _goal(goal: GoalLine) -> Iterator[str]:
    yield _quoted(goal)
    yield f"Why it matters: {goal.why_it_matters}" if goal.why_it_matters else ""
    yield f"Answers the need: {goal.need}" if goal.need else ""
    yield f"Importance: {goal.importance} of 10" if goal.importance is not None else ""
    yield f"Status: {status_of(goal)}"
    yield f"Own rating: {now_of(goal)}" if goal.ratings else ""


def _steps(goal: GoalLine, name: str) -> Iterator[str]:
    for step in goal.steps:
        row = step_row(step, name)
        told = (
            row.who,
            f"by {row.by}" if row.by else "",
            row.status,
            f"confidence {row.confidence}" if row.confidence else "",
        )
        yield f"{row.what} ({', '.join(filter(None, told))})"


def _standing(facts: GpFacts, plan: SeenPlan) -> Iterator[str]:
    yield summary_line(plan.standing, facts.person.preferred_name)
    latest = plan.standing.latest
    yield f"Last updated: version {latest.number}, {long_date(latest.made_on)}" if latest else ""
    on = plan.snapshot.review_on
    by = f", {facts.reviewer} sees to it" if facts.reviewer else ""
    yield f"Next review: {long_date(on)}{by}" if on else ""


def _safety(plan: SafetyPlan | None, name: str) -> Iterator[Part]:
    if plan is None:
        return
    shown = safety_page(plan, name, plan.saved_on)
    review = f"Review: {shown.review}" if shown.review else ""
    yield Part("Safety (contingency) plan", _points((shown.agreed, shown.saved, review)))
    yield from (Part(heading, words, level=3) for heading, words in shown.parts)


def _adjustments(adjustments: Iterable[ReasonableAdjustment]) -> Iterator[Part]:
    by_category: dict[Category, list[str]] = {}
    for each in adjustments:
        by_category.setdefault(each.category, []).append(adjustment_line(each))
    if by_category:
        yield Part("Reasonable adjustments", "By the categories of the Reasonable Adjustment Digital Flag.")
    for category in sorted(by_category):
        yield Part(FLAG_CATEGORIES[category], _points(by_category[category]), level=3)


def _contact(preferences: ContactPreferences | None, name: str) -> Iterator[str]:
    if preferences is None:
        return
    told = Told.of(preferences, name)
    yield f"“{told.words}”" if told.words else ""
    yield from (f"{each.way}: {each.said}" for each in told.ways)
    yield from (f"{label}: {words}" for label, words in told.rest)


def _place(place: PlaceTold) -> Iterator[str]:
    yield f"{place.name}: {place.what}" if place.what else place.name
    yield place.how_to_join
    yield ", ".join(place.reached_by)


def _way_back(told: WayBackTold | None) -> Iterator[str]:
    if told is not None:
        yield f"Without a new referral until {long_date(told.until)}"
        yield f"To {told.to_whom}: {told.how or WAYS[told.way].lower()}"


def _points(lines: Iterable[str]) -> str:
    """Points of a list, each on one line whatever it was written on; none for what says nothing."""
    return "\n".join(f"- {' '.join(line.split())}" for line in lines if line)
