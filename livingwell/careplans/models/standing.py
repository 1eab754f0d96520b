"""How a plan stands with the person: what was asked, what was answered, and what changed since."""

from dataclasses import dataclass

from livingwell.careplans.models.change import PlanChange
from livingwell.careplans.models.differences import Difference
from livingwell.careplans.models.not_right import NotRight
from livingwell.careplans.models.version import Agreement, PlanVersion, SignOff


@dataclass(frozen=True)
class ChangeSince:
    """What changed since the person agreed, and the last save that changed that line (none for a strike-out)."""

    difference: Difference
    change: PlanChange | None


@dataclass(frozen=True)
class Standing:
    """How a plan stands with the person.

    `latest` is the last numbered version with its last answer. `agreed` is the last one with a yes. `changes` are what
    is different now from `agreed`, or from `latest` while there was no yes; `progress` is what only went on as agreed.
    `not_right` are the lines to which the person said no and has not said yes since, while they read the same.
    `held_then` lines were held back when the person said that yes.
    """

    latest: PlanVersion | None = None
    answer: Agreement | None = None
    agreed: PlanVersion | None = None
    yes: Agreement | None = None
    sign_offs: tuple[SignOff, ...] = ()
    changes: tuple[ChangeSince, ...] = ()
    progress: tuple[ChangeSince, ...] = ()
    not_right: tuple[NotRight, ...] = ()
    held_then: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether the person agreed to the plan as it stands now."""
        return self.agreed is not None and self.agreed is self.latest and self.answer is self.yes and not self.changes
