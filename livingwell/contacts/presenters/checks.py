"""What was said of each adjustment at a contact."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.adjustments.models import AdjustmentOutcome, Met, ReasonableAdjustment

SAID = {Met.MET: ("done", "Met"), Met.NOT_MET: ("not_done", "Not met"), Met.NOT_NEEDED: ("half", "Not needed")}


@dataclass(frozen=True)
class CheckLine:
    """One adjustment and whether it was met."""

    what: str
    icon: str
    said: str
    why: str


def check_lines(rows: Iterable[tuple[AdjustmentOutcome, ReasonableAdjustment]]) -> list[CheckLine]:
    """Each adjustment as a line."""
    return [CheckLine(adjustment.what, *SAID[outcome.met], outcome.why) for outcome, adjustment in rows]
