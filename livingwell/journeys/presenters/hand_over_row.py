"""Hand-overs in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for

from livingwell.core.dates import long_date
from livingwell.journeys.models import Choice, HandOver, HandOverStep, OnwardJourney


@dataclass(frozen=True)
class HandOverRow:
    """One in the list: where to, how it stands, and the next step that is to be done."""

    destination: str
    kind: str
    state: str
    next_step: str
    href: str

    @classmethod
    def of(cls, hand_over: HandOver, today: date) -> "HandOverRow":
        kind, state = _state(hand_over)
        going_on = hand_over.ended_on is None
        coming = [each for each in hand_over.steps if each.is_open and going_on]
        return cls(
            destination=hand_over.destination.name,
            kind=kind,
            state=state,
            next_step=_next_step(coming[0], today) if coming else "",
            href=url_for("journeys.show_hand_over", person_id=hand_over.person_id, hand_over_id=hand_over.id),
        )


def to_begin(journey: OnwardJourney | None, found: Iterable[HandOver]) -> list[tuple[str, str]]:
    """What the person chose and nobody hands over yet: its name, and where to begin."""
    if journey is None:
        return []
    going_on = {each.destination_id for each in found if each.ended_on is None}
    chosen = [
        each
        for each in journey.destinations
        if each.stands is Choice.CHOSEN and each.dropped_at is None and each.id not in going_on
    ]
    return [
        (each.name, url_for("journeys.begin_hand_over", person_id=each.person_id, destination_id=each.id))
        for each in chosen
    ]


def _next_step(step: HandOverStep, today: date) -> str:
    begins = "Late: was to be done" if step.is_late(today) else "Next step"
    return f"{begins} by {long_date(step.by_on)}, {step.done_by}"


def _state(hand_over: HandOver) -> tuple[str, str]:
    if hand_over.is_accepted:
        return "done", "They said yes"
    if hand_over.ended_on:
        return "open", f"Ended on {long_date(hand_over.ended_on)}"
    if hand_over.open_question:
        return "open", "They ask something"
    return "half", "Going on"
