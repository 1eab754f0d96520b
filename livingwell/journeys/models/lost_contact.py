"""Whether support may end for lost contact. No table: it follows from contacts and from what discussions said.

Contact was lost only after we have tried it the person's way (PRODUCT.md, law 3, and the list before ending support for
lost contact in its §4).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from livingwell.adjustments.models import ContactPreferences, Standing, Way
from livingwell.contacts.models import AsAsked, ContactKind, Outcome
from livingwell.core.errors import Conflict
from livingwell.journeys.models.closure import ClosurePoint

IN_WORDS = (
    ClosurePoint.OTHERS_ASKED,
    ClosurePoint.SAFETY,
    ClosurePoint.CAPACITY,
    ClosurePoint.DEPENDANTS,
    ClosurePoint.DECISION_MAKER,
)
"""What a named person always answers; what was changed and tried again is asked where the record shows a lapse."""

LEAST_WAYS = 2


@dataclass(frozen=True)
class Contacts:
    """How many contacts of this episode went one way, matched alike what was asked, and came out alike."""

    way: Way
    kind: ContactKind
    as_asked: AsAsked
    outcome: Outcome
    count: int
    last_at: datetime

    @property
    def is_try(self) -> bool:
        """We tried to reach them. What was cancelled was not tried; what they began themselves is theirs."""
        return self.kind is not ContactKind.FROM_THE_PERSON and not self.outcome.is_cancelled

    @property
    def is_as_asked(self) -> bool:
        """A try as they asked. One from before anybody had asked is none, and what never arrived tried nothing."""
        return self.is_try and self.as_asked is AsAsked.AS_ASKED and self.outcome is not Outcome.NOT_DELIVERED

    @property
    def is_lapse(self) -> bool:
        """Made otherwise than they asked, or before anybody had asked."""
        return self.is_try and self.as_asked is not AsAsked.AS_ASKED

    @property
    def has_reached(self) -> bool:
        return self.kind is ContactKind.FROM_THE_PERSON or self.outcome.has_reached


class Lack(StrEnum):
    """What is still to be done first, in the order in which it is done."""

    ASKED_TO_STOP = "asked_to_stop"
    NEVER_ASKED = "never_asked"
    NO_WAY_LEFT = "no_way_left"
    THEIR_WAY = "their_way"
    TWO_WAYS = "two_ways"
    IN_PERSON = "in_person"
    LIVED_EXPERIENCE = "lived_experience"
    WAY_BACK = "way_back"
    IN_WORDS = "in_words"


class NotTheirWayYet(Conflict):
    """Support can't end for lost contact yet; carries what is to be done first."""

    def __init__(self, lacks: tuple[Lack, ...]) -> None:
        super().__init__("Support can’t be ended for lost contact yet. See what to do next.")
        self.lacks = lacks


@dataclass(frozen=True)
class LostContact:
    """The facts. `heard_at`: when they last sent us something themselves; `viewed_at`: the last lived-experience view.

    `unmet`: how often an adjustment was not met. `answered`: the points that somebody has answered in words.
    """

    wishes: ContactPreferences | None
    contacts: Sequence[Contacts]
    viewed_at: datetime | None = None
    heard_at: datetime | None = None
    unmet: int = 0
    has_way_back: bool = False
    answered: Collection[ClosurePoint] = ()

    @property
    def lapses(self) -> tuple[Contacts, ...]:
        """The contacts that were not made as they asked."""
        return tuple(each for each in self.contacts if each.is_lapse)

    @property
    def last_lapse_at(self) -> datetime | None:
        return max((each.last_at for each in self.lapses), default=None)

    @property
    def last_heard_at(self) -> datetime | None:
        """When we last reached them, or heard from them."""
        reached = [each.last_at for each in self.contacts if each.has_reached]
        return max([*reached, *([self.heard_at] if self.heard_at else [])], default=None)

    @property
    def counts_after(self) -> datetime | None:
        """Only what comes after this counts: the last contact not as asked, or the last time we heard from them."""
        marks = [each for each in (self.last_lapse_at, self.last_heard_at) if each is not None]
        return max(marks, default=None)

    @property
    def ways_tried(self) -> tuple[Way, ...]:
        """The ways, as they asked, that we have tried since then."""
        since = self.counts_after
        tried = {each.way for each in self.contacts if each.is_as_asked and (since is None or each.last_at > since)}
        return tuple(way for way in Way if way in tried)

    @property
    def best_ways(self) -> tuple[Way, ...]:
        """What they like best; where they named nothing so, what is fine with them."""
        if self.wishes is None:
            return ()
        return self.wishes.ways_that_are(Standing.BEST) or self.wishes.ways_that_are(Standing.FINE)

    @property
    def is_their_way_tried(self) -> bool:
        """One of the ways that they like best; somebody who named none leaves it to us."""
        return not self.best_ways or any(way in self.ways_tried for way in self.best_ways)

    @property
    def is_tried_in_person(self) -> bool:
        """Somebody went to them, or spoke with somebody whom they trust.

        An appointment at the clinic asks them to come to us: it counts only where they don't want to be visited.
        """
        return any(self.counts_in_person(way) for way in self.ways_tried)

    def counts_in_person(self, way: Way) -> bool:
        return way in (Way.VISIT, Way.THROUGH_SOMEONE) or (way is Way.CLINIC and Way.VISIT in self.refused)

    @property
    def refused(self) -> tuple[Way, ...]:
        """The ways that they said no to."""
        return self.wishes.ways_that_are(Standing.NOT_WANTED, Standing.NOT_SAFE) if self.wishes else ()

    @property
    def is_view_recorded(self) -> bool:
        """A lived-experience view since then, in a discussion."""
        since = self.counts_after
        return self.viewed_at is not None and (since is None or self.viewed_at > since)

    @property
    def points_to_answer(self) -> tuple[ClosurePoint, ...]:
        """What a named person says in words. What we changed only where we had something to change."""
        has_lapse = bool(self.lapses) or self.unmet > 0
        return ((ClosurePoint.CHANGED_AND_TRIED,) if has_lapse else ()) + IN_WORDS

    @property
    def unanswered(self) -> tuple[ClosurePoint, ...]:
        return tuple(point for point in self.points_to_answer if point not in self.answered)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is still to be done; empty once support may end.

        Somebody who asked us to stop has decided for themself: that is their own decision, and no contact is lost.
        """
        if self.wishes is not None and self.wishes.asked_to_stop:
            return (Lack.ASKED_TO_STOP,)
        needs = {
            Lack.NEVER_ASKED: self.wishes is None or not self.wishes.ways,
            Lack.NO_WAY_LEFT: self.wishes is not None and self.wishes.leaves_no_way,
            Lack.THEIR_WAY: not self.is_their_way_tried,
            Lack.TWO_WAYS: len(self.ways_tried) < LEAST_WAYS,
            Lack.IN_PERSON: not self.is_tried_in_person,
            Lack.LIVED_EXPERIENCE: not self.is_view_recorded,
            Lack.WAY_BACK: not self.has_way_back,
            Lack.IN_WORDS: bool(self.unanswered),
        }
        return tuple(lack for lack, is_lacking in needs.items() if is_lacking)

    def require_ready(self) -> None:
        """Raise NotTheirWayYet while anything is still to be done."""
        if self.lacks:
            raise NotTheirWayYet(self.lacks)
