"""What the actions of landing checks are told."""

from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.journeys.models import Landed


@dataclass(frozen=True)
class AnswerLanding:
    """What the person said to a check. `on` and `way`: when and how a member was told; none on the person's side."""

    landed: Landed
    change_needed: str = ""
    wants_to_come_back: bool = False
    way: Way | None = None
    on: date | None = None
