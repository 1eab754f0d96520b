"""An adjustment as a card: what it is, how it stands at each of the six steps, and its history."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.adjustments.labels import CATEGORIES, DISCLOSURES, HAPPENED, HOW_WE_KNOW, MET, STEPS
from livingwell.adjustments.models import (
    Disclosure,
    EarlierWording,
    Met,
    ReasonableAdjustment,
    SixStep,
    StepStanding,
    StepState,
    six_steps,
)
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date

ICONS = {
    StepState.DONE: "done",
    StepState.WAITING: "open",
    StepState.MISSED: "not_done",
    StepState.OBJECTED: "never",
    StepState.CANNOT: "not_done",
    StepState.PLANNED: "half",
}


@dataclass(frozen=True)
class StepLine:
    """One of the six steps, in words that stand without its icon."""

    name: str
    icon: str
    words: str


@dataclass(frozen=True)
class Card:
    """One adjustment on the person's list."""

    id: UUID
    what: str
    category: str
    in_practice: str
    why_it_matters: str
    source: str
    steps: tuple[StepLine, ...]
    cannot: str
    instead: str
    ended: str

    @classmethod
    def of(cls, adjustment: ReasonableAdjustment, name: str, today: date) -> "Card":
        """The card of an adjustment that comes with its life, for the person called `name`."""
        refusal, ending = adjustment.cannot_do, adjustment.ending
        return cls(
            id=adjustment.id,
            what=adjustment.what,
            category=CATEGORIES[adjustment.category],
            in_practice=adjustment.in_practice,
            why_it_matters=adjustment.why_it_matters,
            source=_source(adjustment, name),
            steps=tuple(_step_line(each, name) for each in six_steps(adjustment, today)),
            cannot=refusal.reason if refusal else "",
            instead=refusal.instead if refusal else "",
            ended=f"Ended on {long_date(ending.happened_on)}: {ending.said}" if ending else "",
        )


@dataclass(frozen=True)
class Listed:
    """A person's list, in their own order: to be met, what we can't do, and what ended."""

    to_meet: tuple[Card, ...]
    cannot: tuple[Card, ...]
    ended: tuple[Card, ...]

    @classmethod
    def of(cls, adjustments: Iterable[ReasonableAdjustment], name: str, today: date) -> "Listed":
        cards = [Card.of(each, name, today) for each in adjustments]
        still = [card for card in cards if not card.ended]
        return cls(
            to_meet=tuple(card for card in still if not card.cannot),
            cannot=tuple(card for card in still if card.cannot),
            ended=tuple(card for card in cards if card.ended),
        )


@dataclass(frozen=True)
class PastLine:
    """Something in the life of an adjustment."""

    day: str
    what: str
    said: str
    by: str


def history(adjustment: ReasonableAdjustment, earlier: Iterable[EarlierWording], name: str) -> Sequence[PastLine]:
    """Everything that happened to it, the latest first."""
    dated = [*_happened(adjustment, name), *_reworded(earlier)][::-1]  # of one day, what comes later in a life first
    return [line for _day, line in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def disclosed(adjustment: ReasonableAdjustment, name: str) -> str:
    """What the person said about an impairment or a diagnosis, in one line; empty where nobody asked."""
    if adjustment.disclosure is Disclosure.NOT_ASKED:
        return ""
    if adjustment.disclosure is Disclosure.GIVEN:
        return ", ".join(each for each in (adjustment.impairment, adjustment.diagnosis) if each)
    return DISCLOSURES[adjustment.disclosure].replace("{name}", name)


def _source(adjustment: ReasonableAdjustment, name: str) -> str:
    how = HOW_WE_KNOW[adjustment.how_we_know].replace("{name}", name)
    return f"{how}. Written down by {adjustment.written_by}, {long_date(in_london(adjustment.created_at).date())}"


def _step_line(standing: StepStanding, name: str) -> StepLine:
    return StepLine(STEPS[standing.step], ICONS[standing.state], _step_words(standing, name))


def _step_words(standing: StepStanding, name: str) -> str:
    on = long_date(standing.on)
    if standing.state is StepState.OBJECTED:
        return f"{name} objects to our sharing it, since {on}"
    if standing.state is StepState.CANNOT:
        return f"We can’t, since {on}"
    words = {
        (SixStep.IDENTIFY, StepState.DONE): f"on {on}",
        (SixStep.RECORD, StepState.DONE): f"here since {on}",
        (SixStep.FLAG, StepState.DONE): f"on the national flag since {on}",
        (SixStep.FLAG, StepState.WAITING): f"shown here since {on}, not yet on the national flag",
        (SixStep.SHARE, StepState.DONE): f"{standing.said}, {on}",
        (SixStep.SHARE, StepState.WAITING): "with nobody outside the team yet",
        (SixStep.MEET, StepState.DONE): f"met on {on}",
        (SixStep.MEET, StepState.WAITING): "nobody has said yet whether it was met",
        (SixStep.MEET, StepState.MISSED): f"not met on {on}: {standing.said}",
        (SixStep.REVIEW, StepState.WAITING): f"due since {on}",
        (SixStep.REVIEW, StepState.PLANNED): f"on {on}",
    }
    return words[standing.step, standing.state]


def _happened(adjustment: ReasonableAdjustment, name: str) -> Iterator[tuple[date, PastLine]]:
    recorded = in_london(adjustment.created_at).date()
    how = HOW_WE_KNOW[adjustment.how_we_know].replace("{name}", name)
    yield adjustment.identified_on, _line(adjustment.identified_on, "Identified", how, "")
    yield recorded, _line(recorded, "Recorded", "", adjustment.written_by)
    for event in adjustment.events:
        what = HAPPENED[event.kind].replace("{name}", name)
        yield event.happened_on, _line(event.happened_on, what, event.said, event.written_by)
    for outcome in adjustment.outcomes:
        yield outcome.happened_on, _line(outcome.happened_on, MET[outcome.met], outcome.why, outcome.written_by)
    for refusal in adjustment.refusals:
        said = f"{refusal.reason} Instead: {refusal.instead}"
        yield refusal.said_on, _line(refusal.said_on, "We can’t do this", said, refusal.written_by)
        if refusal.lifted_at:
            lifted = in_london(refusal.lifted_at).date()
            yield lifted, _line(lifted, "We can do this after all", "", refusal.lifted_by)


def _reworded(earlier: Iterable[EarlierWording]) -> Iterator[tuple[date, PastLine]]:
    for wording in earlier:
        day = in_london(wording.created_at).date()
        was = " ".join(each for each in (wording.in_practice, wording.why_it_matters) if each)
        yield day, _line(day, "Put in other words", f"Before: {was}", wording.written_by)


def _line(day: date, what: str, said: str, by: str) -> PastLine:
    return PastLine(long_date(day), what, said, by)


def met_of_all(adjustment: ReasonableAdjustment) -> str:
    """How often it was met of the times when it applied: "Met 3 of 4 times"."""
    applied = [each for each in adjustment.outcomes if each.met is not Met.NOT_NEEDED]
    met = sum(each.met is Met.MET for each in applied)
    times = "time" if len(applied) == 1 else "times"
    return f"Met {met} of {len(applied)} {times}" if applied else ""
