"""How often a place landed, in counts. No table: it is counted when somebody looks."""

from dataclasses import dataclass
from typing import Self

from livingwell.journeys.models.landing import Landed

ENOUGH = 3
"""So many people must have answered before anything is said of a place: one or two tell of them, not of the place."""


@dataclass(frozen=True)
class Landings:
    """What became of it for everybody who chose a place, each by the last that they said.

    `unanswered`: they were asked, and did not answer. It says nothing about the place, and so it counts nowhere else.
    """

    working: int = 0
    partly: int = 0
    not_working: int = 0
    did_not_happen: int = 0
    unanswered: int = 0

    @property
    def answered(self) -> int:
        return self.working + self.partly + self.not_working + self.did_not_happen

    @property
    def often_does_not(self) -> bool:
        """Whether it is to be said when somebody chooses it next: enough answered, and under half said it works."""
        return self.answered >= ENOUGH and self.working * 2 < self.answered

    def and_also(self, landed: Landed | None, count: int) -> Self:
        """The same with so many more; None for those who did not answer."""
        name = landed.value if landed else "unanswered"
        return type(self)(**{**vars(self), name: getattr(self, name) + count})
