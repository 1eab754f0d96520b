"""What the team's figures are about: a period, and counts. They are about the service, never about one worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from livingwell.adjustments.models import Way
from livingwell.contacts.models import AsAsked
from livingwell.core.clock import london_instant

MONTHS_SHOWN = 6


class Figure(StrEnum):
    """A figure, and the list behind it."""

    CONTACTS = "contacts"
    PHONED = "phoned"
    ADJUSTMENTS = "adjustments"
    REVIEWS = "reviews"
    ENDED_ANYWAY = "ended_anyway"


@dataclass(frozen=True)
class Period:
    """Whole days in London, the first and the last counted in."""

    first: date
    last: date

    @property
    def starts(self) -> datetime:
        return london_instant(self.first, 0)

    @property
    def ends(self) -> datetime:
        """The first instant that is in it no more."""
        return london_instant(self.last + timedelta(days=1), 0)

    def months(self) -> list["Period"]:
        """The months up to the one in which it ends, whole ones but for that."""
        first = self.last.replace(day=1)
        found = [Period(first, self.last)]
        while len(found) < MONTHS_SHOWN:
            last = first - timedelta(days=1)
            first = last.replace(day=1)
            found.insert(0, Period(first, last))
        return found


@dataclass(frozen=True)
class Share:
    """How many contacts were as asked, of those that could be; and how many were made before anybody had asked."""

    as_asked: int = 0
    not_as_asked: int = 0
    before: int = 0

    @property
    def judged(self) -> int:
        return self.as_asked + self.not_as_asked

    def __add__(self, other: "Share") -> "Share":
        return Share(self.as_asked + other.as_asked, self.not_as_asked + other.not_as_asked, self.before + other.before)

    @classmethod
    def of(cls, verdict: AsAsked, count: int) -> "Share":
        if verdict is AsAsked.AS_ASKED:
            return cls(as_asked=count)
        return cls(not_as_asked=count) if verdict is AsAsked.NOT_AS_ASKED else cls(before=count)


@dataclass(frozen=True)
class Phoned:
    """People who had asked never to be phoned, and were: of how many, in how many calls, how many in emergencies."""

    people: int
    of: int
    calls: int
    emergencies: int


@dataclass(frozen=True)
class Adjustments:
    """How often an adjustment that was needed was met, and how many wait for their review since when."""

    met: int
    not_met: int
    to_review: int
    review_since: date | None


@dataclass(frozen=True)
class Figures:
    """Everything that the page shows. `ended_anyway`: how often a lead ended support that was not ready to end."""

    by_way: dict[Way, Share]
    by_month: Sequence[tuple[Period, Share]]
    phoned: Phoned
    adjustments: Adjustments
    ended_anyway: int = 0

    @property
    def total(self) -> Share:
        return sum(self.by_way.values(), Share())


@dataclass(frozen=True)
class Wanted:
    """Which part of the list behind a figure: of one way; only what was as asked or met, or only what was not."""

    figure: Figure
    way: Way | None = None
    is_kept: bool | None = None
    page: int = 1


@dataclass(frozen=True)
class Listed:
    """One page of a list, or all of it; whether more follow."""

    rows: Sequence[Any]
    has_more: bool = False
