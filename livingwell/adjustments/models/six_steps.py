"""The six steps of both standards, for one adjustment: identify, record, flag, share, meet, review.

Sources: DAPB4019 (Reasonable Adjustment Digital Flag) and DAPB1605 (Accessible Information Standard) name the same
six. They are not a ladder: whether an adjustment is met matters on the day when it is identified.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from livingwell.adjustments.models.adjustment import ReasonableAdjustment
from livingwell.adjustments.models.lifecycle import EventKind, Met
from livingwell.core.clock import in_london


class SixStep(StrEnum):
    """A step, in the order of the standards."""

    IDENTIFY = "identify"
    RECORD = "record"
    FLAG = "flag"
    SHARE = "share"
    MEET = "meet"
    REVIEW = "review"


class StepState(StrEnum):
    """How a step stands."""

    DONE = "done"
    WAITING = "waiting"
    MISSED = "missed"
    OBJECTED = "objected"
    CANNOT = "cannot"
    PLANNED = "planned"


@dataclass(frozen=True)
class StepStanding:
    """How one step stands, and since when; for a planned one, the day that it is planned for."""

    step: SixStep
    state: StepState
    on: date
    said: str = ""


def six_steps(adjustment: ReasonableAdjustment, today: date) -> tuple[StepStanding, ...]:
    """How each of the six stands on this day. The adjustment comes with its life."""
    recorded = in_london(adjustment.created_at).date()
    return (
        StepStanding(SixStep.IDENTIFY, StepState.DONE, adjustment.identified_on),
        StepStanding(SixStep.RECORD, StepState.DONE, recorded),
        *_flag_and_share(adjustment, recorded),
        _meet(adjustment, recorded),
        _review(adjustment, today),
    )


def _flag_and_share(adjustment: ReasonableAdjustment, recorded: date) -> Iterator[StepStanding]:
    for step, kind in ((SixStep.FLAG, EventKind.FLAGGED), (SixStep.SHARE, EventKind.SHARED)):
        event = adjustment.latest(kind)
        objection = adjustment.objection
        if event is not None:
            yield StepStanding(step, StepState.DONE, event.happened_on, event.said)
        elif objection is not None:
            yield StepStanding(step, StepState.OBJECTED, objection.happened_on, objection.said)
        else:
            yield StepStanding(step, StepState.WAITING, recorded)


def _meet(adjustment: ReasonableAdjustment, recorded: date) -> StepStanding:
    refusal, outcome = adjustment.cannot_do, adjustment.last_outcome
    if refusal is not None:
        return StepStanding(SixStep.MEET, StepState.CANNOT, refusal.said_on, refusal.instead)
    if outcome is None:
        return StepStanding(SixStep.MEET, StepState.WAITING, recorded)
    state = StepState.DONE if outcome.met is Met.MET else StepState.MISSED
    return StepStanding(SixStep.MEET, state, outcome.happened_on, outcome.why)


def _review(adjustment: ReasonableAdjustment, today: date) -> StepStanding:
    state = StepState.WAITING if adjustment.review_on <= today else StepState.PLANNED
    return StepStanding(SixStep.REVIEW, state, adjustment.review_on)
