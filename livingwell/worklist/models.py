"""A member's day, as it was read: no tables, only what the queries gathered for the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from livingwell.careplans.models import Goal, Rating, Step
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.contacts.models.notice import Notice
from livingwell.discussions.models import CaseDiscussion, Challenge, Decision, Meeting, PersonLine, Telling
from livingwell.people.models import Ask, Episode, Person

COMING = timedelta(days=7)
"""How far ahead Today looks for what is due."""
LATELY = timedelta(days=14)
"""How far back it looks for what people said."""
COUNTED = 100
"""Counting who waits stops here, so that it takes as long for a large team as for a small one."""


@dataclass(frozen=True)
class NextMeeting:
    """The meeting that runs or comes next, and the people on its agenda, as far as the member reaches them."""

    meeting: Meeting
    places: Sequence[CaseDiscussion]


@dataclass(frozen=True)
class Promises:
    """What the member said they would do: decisions, what to tell people, and steps in plans."""

    decisions: Sequence[Decision]
    tellings: Sequence[tuple[Telling, Person]]
    steps: Sequence[tuple[Step, Goal, Person]]

    @property
    def person_ids(self) -> set[UUID]:
        return {
            *(decision.person_id for decision in self.decisions),
            *(person.id for _telling, person in self.tellings),
            *(person.id for _step, _goal, person in self.steps),
        }


@dataclass(frozen=True)
class Supported:
    """Somebody whom the member is key worker or peer for, with all that may need the member."""

    person: Person
    episode: Episode
    plan: PlanNeeds | None
    challenges: Sequence[tuple[Challenge, bool]]
    place: CaseDiscussion | None


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits for support to begin."""

    person: Person
    episode: Episode
    place: CaseDiscussion | None


@dataclass(frozen=True)
class Answers:
    """What the people whom the member supports have said lately."""

    ratings: Sequence[tuple[Rating, Goal, int | None]]
    lines: Sequence[PersonLine]


@dataclass(frozen=True)
class Day:
    """Everything that Today shows to one member."""

    today: date
    next_meeting: NextMeeting | None
    promises: Promises
    supported: Sequence[Supported]
    waiting: Sequence[Waiting]
    waiting_count: int
    answers: Answers
    asks: Sequence[Ask]
    notices: Sequence[Notice]

    @property
    def person_ids(self) -> set[UUID]:
        """Everybody whom the page names."""
        places = self.next_meeting.places if self.next_meeting else ()
        return {
            *self.promises.person_ids,
            *(each.person.id for each in self.supported),
            *(each.person.id for each in self.waiting),
            *(place.person_id for place in places),
            *(each.person.id for each in self.asks),
        }
