"""How a person was reached: every contact counted, and what the person had asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models.judgement import AsAsked
from livingwell.contacts.models.outcome import NOT_REACHED, REACHED, Outcome

SLOTS = 40
"""Into how many slots the time line is cut: as many marks as stand side by side and can still be told apart."""


class Result(StrEnum):
    """What became of a contact, as the picture counts it.

    A missed appointment (attendance code 3) and an attempt that did not reach are never one number. What was
    cancelled was not tried, and what was sent may yet reach: both stand beside the count of who was reached.
    """

    REACHED = "reached"
    MISSED = "missed"
    NOT_SEEN = "not_seen"
    NO_REPLY = "no_reply"
    WAITING = "waiting"
    CANCELLED_BY_US = "cancelled_by_us"
    CANCELLED_BY_PERSON = "cancelled_by_person"
    FROM_THE_PERSON = "from_the_person"

    @property
    def is_cancelled(self) -> bool:
        return self in (Result.CANCELLED_BY_US, Result.CANCELLED_BY_PERSON)


DID_NOT_REACH = (Result.MISSED, Result.NOT_SEEN, Result.NO_REPLY)
TRIED = (Result.REACHED, *DID_NOT_REACH)

_OF_THEIR_OWN = {
    Outcome.MISSED: Result.MISSED,
    Outcome.LATE_AND_NOT_SEEN: Result.NOT_SEEN,
    Outcome.SENT: Result.WAITING,
    Outcome.CANCELLED_BY_US: Result.CANCELLED_BY_US,
    Outcome.CANCELLED_BY_PERSON: Result.CANCELLED_BY_PERSON,
}
RESULT_OF = {
    **dict.fromkeys(REACHED, Result.REACHED),
    **dict.fromkeys(NOT_REACHED, Result.NO_REPLY),
    **_OF_THEIR_OWN,
}
"""The result of each outcome, of a contact that we made. What comes from the person is FROM_THE_PERSON."""


@dataclass(frozen=True)
class Tally:
    """How many contacts went one way, matched alike what was asked, and came out alike. `last_at`: the latest."""

    way: Way
    as_asked: AsAsked
    result: Result
    count: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Mark(Tally):
    """The same within one slot of the time line, the `slot`-th: what would be drawn over each other is one mark."""

    slot: int


@dataclass(frozen=True)
class Asked:
    """What the person told us at one time: what they said of each way, in their order."""

    at: datetime
    standings: tuple[tuple[Way, Standing], ...] = ()

    def of(self, way: Way) -> Standing | None:
        return dict(self.standings).get(way)

    def ways_that_are(self, *standings: Standing) -> tuple[Way, ...]:
        return tuple(way for way, standing in self.standings if standing in standings)

    @property
    def best(self) -> tuple[Way, ...]:
        return self.ways_that_are(Standing.BEST)

    @property
    def never(self) -> tuple[Way, ...]:
        return self.ways_that_are(Standing.NOT_WANTED, Standing.NOT_SAFE)

    def asks_the_same(self, other: "Asked") -> bool:
        """Whether the ways asked for and the ways refused are the same."""
        return set(self.best) == set(other.best) and set(self.never) == set(other.never)


@dataclass(frozen=True)
class Engagement:
    """Everything that the picture shows. `slot_length`: how much time one slot of the time line takes.

    `asked` begins with what was told first; `peer` is the peer support worker's name, or "". `sent` is how often the
    person sent us something from their own side, last at `sent_last_at`: no contact that we made, and the plainest sign
    that somebody takes part.
    """

    tallies: Sequence[Tally]
    marks: Sequence[Mark]
    asked: Sequence[Asked]
    peer: str
    until: datetime
    slot_length: timedelta
    sent: int = 0
    sent_last_at: datetime | None = None

    def count(self, *results: Result, way: Way | None = None, as_asked: AsAsked | None = None) -> int:
        """How many contacts had one of these results; of one way, or one verdict, where it is given."""
        return sum(
            tally.count
            for tally in self.tallies
            if tally.result in results
            and (way is None or tally.way is way)
            and (as_asked is None or tally.as_asked is as_asked)
        )

    @property
    def total(self) -> int:
        return self.count(*Result)

    @property
    def in_force(self) -> Asked | None:
        return self.asked[-1] if self.asked else None

    @property
    def asked_since(self) -> Asked | None:
        """The first of the tellings, up to now, that asked for what the person asks for now."""
        since = self.in_force
        for earlier in reversed(self.asked):
            if since is None or not earlier.asks_the_same(since):
                break
            since = earlier
        return since

    @property
    def ways_tried(self) -> frozenset[Way]:
        """The ways that we went. What was cancelled was not tried; what the person used to reach us is theirs."""
        ours = (*TRIED, Result.WAITING)
        return frozenset(tally.way for tally in self.tallies if tally.result in ours)
