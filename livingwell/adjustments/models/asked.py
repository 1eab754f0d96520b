"""How to reach and support somebody, in short."""

from dataclasses import dataclass
from datetime import datetime

from livingwell.adjustments.models.ways import Standing, Way


@dataclass(frozen=True)
class Asked:
    """How to reach and support somebody, in short. `told_at` is None before anybody asked.

    `ways` are in the person's order. `adjustments` are the first few of `adjustment_count`.
    """

    told_at: datetime | None = None
    asked_to_stop: bool = False
    comes_from: str = ""
    and_then: str = ""
    through_whom: str = ""
    ways: tuple[tuple[Way, Standing], ...] = ()
    adjustments: tuple[str, ...] = ()
    adjustment_count: int = 0
