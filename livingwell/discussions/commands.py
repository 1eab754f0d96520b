"""What a form asks an action to do: complete, and frozen."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from livingwell.discussions.models import DEFAULT_MINUTES, Doer, IsItRight, Outcome, Reason, Way


@dataclass(frozen=True)
class PlanMeeting:
    """A meeting to be planned, or how a planned one should be."""

    team_id: UUID
    starts_at: datetime
    ends_at: datetime
    chair_id: UUID
    expected_ids: tuple[UUID, ...] = ()
    place: str = ""
    link: str = ""


@dataclass(frozen=True)
class Place:
    """A person's place on an agenda."""

    reason: Reason
    brought_by_id: UUID
    minutes: int = DEFAULT_MINUTES
    question: str = ""
    reason_words: str = ""
    is_person_told: bool = False
    row_version: int | None = None


@dataclass(frozen=True)
class SayLine:
    """The person's own line and how they take part, or why they were not asked."""

    brought_by_id: UUID
    talk_about: str = ""
    please_dont: str = ""
    words: str = ""
    how: str = ""
    not_asked_because: str = ""
    who_there: str = ""
    way: Way | None = None
    speaker: str = ""

    @property
    def has_words(self) -> bool:
        return bool(self.talk_about or self.please_dont or self.words)

    @property
    def says_how(self) -> bool:
        """Whether it says whom they would like there, or how they take part."""
        return bool(self.who_there or self.way)


@dataclass(frozen=True)
class Guest:
    """Somebody at a meeting who has no account."""

    name: str
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class AddView:
    """A view for the round. With none of the three `said_by`, it is the view of whoever writes it."""

    text: str
    is_challenge: bool = False
    said_by_id: UUID | None = None
    is_by_person: bool = False
    said_by_guest_id: UUID | None = None
    how: str = ""


@dataclass(frozen=True)
class Decide:
    """A decision: what, why, a named person and a date."""

    what: str
    member_id: UUID
    by_on: date
    why: str = ""
    doer: Doer = Doer.MEMBER
    doer_name: str = ""
    goal_id: UUID | None = None
    step_id: UUID | None = None


@dataclass(frozen=True)
class TurnAway:
    """The decision that a referral is not for this team, with what the person is owed."""

    helped_instead_by: str
    told_by: str
    way_back: str
    why: str
    member_id: UUID
    by_on: date


@dataclass(frozen=True)
class Answer:
    """What became of a decision, and why."""

    outcome: Outcome
    why: str


@dataclass(frozen=True)
class WriteTelling:
    """What we'll tell the person."""

    text: str
    teller_id: UUID
    how: str
    by_on: date
    row_version: int | None = None
    may_read_first: bool = False


@dataclass(frozen=True)
class AnswerTelling:
    """What the person says to our telling. `told_how`: how a member came to know it, where one writes it down."""

    answer: IsItRight
    words: str = ""
    told_how: str = ""
