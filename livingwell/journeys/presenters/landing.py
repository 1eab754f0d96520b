"""Whether it landed, as members read it: each time to ask, what was done to ask, and what the person said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from livingwell.adjustments.labels import WAYS
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.journeys.landing_labels import NO_PLACE, landed_words
from livingwell.journeys.models import Landed, LandingAnswer, LandingAsking, LandingCheck

ICONS = {
    Landed.WORKING: "done",
    Landed.PARTLY: "half",
    Landed.NOT_WORKING: "not_done",
    Landed.DID_NOT_HAPPEN: "not_done",
}


@dataclass(frozen=True)
class Said:
    """One answer. `waits`: nobody has looked at it, and somebody should."""

    id: UUID
    kind: str
    words: str
    change_needed: str
    source: str
    looked: str
    waits: bool
    wants_back: bool


@dataclass(frozen=True)
class Card:
    """One question: about which place, where it stands, what was done to ask, and the answers, the last one first.

    `write_by`: a member writes to ask, in this way.
    """

    id: UUID
    about: str
    kind: str
    state: str
    asked: tuple[str, ...]
    said: tuple[Said, ...]
    can_be_asked: bool
    write_by: str


@dataclass(frozen=True)
class Round:
    """One time to ask. `is_ahead`: it is still to come."""

    title: str
    cards: tuple[Card, ...]
    is_ahead: bool


def rounds_of(checks: Sequence[LandingCheck], name: str, today: date) -> tuple[Round, ...]:
    """Every time to ask, the one that is due first first; of several endings the last one first."""
    found = []
    for (closed_on, weeks), group in groupby(checks, key=lambda each: (each.closure.closed_on, each.weeks)):
        of_this_time = list(group)
        title = f"{_weeks(weeks)} after: {long_date(of_this_time[0].due_on)}"
        cards = tuple(_card(each, name, today) for each in of_this_time)
        is_ahead = of_this_time[0].due_on > today and all(each.is_open for each in of_this_time)
        found.append((closed_on, Round(title, cards, is_ahead)))
    return tuple(round_ for _closed_on, round_ in sorted(found, key=lambda each: each[0], reverse=True))


def about(check: LandingCheck) -> str:
    """The place that was chosen, or how things are."""
    return check.destination.name if check.destination else NO_PLACE


def _card(check: LandingCheck, name: str, today: date) -> Card:
    kind, state = _state(check, name, today)
    return Card(
        id=check.id,
        about=about(check),
        kind=kind,
        state=state,
        asked=tuple(_asking(each) for each in check.askings if each.asked_at or check.is_open),
        said=tuple(_said(each, check, name) for each in reversed(check.answers)),
        can_be_asked=check.is_open and check.due_on <= today and check.can_be_tried,
        write_by=_write_by(check),
    )


def _write_by(check: LandingCheck) -> str:
    waiting = [each.way for each in check.askings if each.asked_at is None and each.way and each.way.is_written]
    return waiting[0].value if waiting and check.is_open else ""


def _state(check: LandingCheck, name: str, today: date) -> tuple[str, str]:
    if check.answer is not None:
        return ICONS[check.answer.landed], landed_words(check.answer.landed, is_about_a_place=bool(check.destination))
    if check.cancelled_at is not None:
        return "half", f"Not asked any more. {check.cancelled_why}"
    if check.given_up_at is not None:
        return "open", f"Not answered. {name} can still answer at any time"
    if check.due_on > today:
        return "half", "Still to come"
    if any(each.reply_id for each in check.askings):
        return "open", f"{name} answered in words of their own: write them down as an answer"
    if any(each.asked_at is None for each in check.askings):
        return "open", "A member asks this"
    return "half", "Asked: we wait for an answer" if check.askings else "Goes out at the next good time"


def _asking(asking: LandingAsking) -> str:
    way = f"by {WAYS[asking.way].lower()}" if asking.way else "in a way that is still to be found"
    if asking.asked_at is None:
        return f"A member is to ask, {way}"
    on = long_date(in_london(asking.asked_at).date())
    return f"Asked {way} on {on}" + (f", by {asking.asked_by}" if asking.asked_by else ", by itself")


def _said(answer: LandingAnswer, check: LandingCheck, name: str) -> Said:
    way = f" by {WAYS[answer.way].lower()}" if answer.way else " on their own page"
    heard = f", written down by {answer.written_by}" if answer.written_by_id and answer.way else ""
    return Said(
        id=answer.id,
        kind=ICONS[answer.landed],
        words=landed_words(answer.landed, is_about_a_place=check.destination is not None),
        change_needed=answer.change_needed,
        source=f"{name} said this{way} on {long_date(answer.answered_on)}{heard}.",
        looked=f"Seen to on {long_date(in_london(answer.dealt_with_at).date())}." if answer.dealt_with_at else "",
        waits=answer.waits_for_somebody,
        wants_back=answer.wants_to_come_back,
    )


def _weeks(count: int) -> str:
    return "1 week" if count == 1 else f"{count} weeks"
