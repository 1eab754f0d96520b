"""How the way on is told: hopes, what was looked at, who walks along, staying well, the end of support, and after."""

from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.journeys.models import Area, Choice, EndingKind, HandOverStepKind, Landed, PointKind, StayingPart

PERSON = "person"
"""Whose words a point is in, or who does a step, where it is the person."""


@dataclass(frozen=True)
class PointStory:
    """What is good or hard about it, or what it could mean. `whose` is "person", or a member's name."""

    kind: PointKind
    words: str
    whose: str = PERSON


@dataclass(frozen=True)
class OptionStory:
    """Something that was looked at together. `is_listed`: the name is that of an entry of the directory."""

    name: str
    area: Area
    points: tuple[PointStory, ...] = ()
    said: Choice | None = None
    why: str = ""
    what: str = ""
    is_listed: bool = True


@dataclass(frozen=True)
class WalkStory:
    """A step of a hand-over. `who` is a member's name, "person", or anybody else; a day before today is done."""

    kind: HandOverStepKind
    who: str
    in_days: int
    went: str = ""


@dataclass(frozen=True)
class EndStory:
    """How support ended, who they come back to and how, and what they said to each question afterwards."""

    days_ago: int
    kind: EndingKind
    words: str
    to_where: str = ""
    back_way: Way = Way.TEXT
    back_months: int = 11
    landed: tuple[tuple[int, Landed, str], ...] = ()


@dataclass(frozen=True)
class OnwardStory:
    """One person's way on, from the day when it was first talked about with the member `by`.

    `accepted`: who at the other end said yes to the hand-over, and how many days ago.
    """

    person: str
    by: str
    days_ago: int
    hopes: tuple[tuple[Area, str], ...] = ()
    options: tuple[OptionStory, ...] = ()
    walk: tuple[WalkStory, ...] = ()
    accepted: tuple[str, int] | None = None
    staying_well: tuple[tuple[StayingPart, str], ...] = ()
    end: EndStory | None = None


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the 28th at the latest, which every month has."""
    year, month = divmod(day.month - 1 + months, 12)
    return date(day.year + year, month + 1, min(day.day, 28))
