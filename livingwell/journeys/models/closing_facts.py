"""What the record knows for a closing letter, as it was read: no table, and nothing that is held back."""

from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.journeys.models.closure import EndingKind
from livingwell.journeys.models.hand_over import HandOverStepKind


@dataclass(frozen=True)
class RatingTold:
    """A number that the person gave, and when."""

    value: int
    on: date


@dataclass(frozen=True)
class GoalTold:
    """A goal with the first and the last number, and the steps that were done. `is_own`: in the person's own words."""

    words: str
    is_own: bool
    is_reached: bool = False
    first: RatingTold | None = None
    last: RatingTold | None = None
    steps_done: tuple[str, ...] = ()


@dataclass(frozen=True)
class NextStep:
    """Something that is still to come on the way to a place. `what` is empty where the kind says it all."""

    kind: HandOverStepKind
    on: date
    what: str = ""
    who: str = ""


@dataclass(frozen=True)
class PlaceTold:
    """Somewhere that the person chose: what it is, how to join, how to reach it, and what comes next."""

    name: str
    what: str = ""
    how_to_join: str = ""
    reached_by: tuple[str, ...] = ()
    next_steps: tuple[NextStep, ...] = ()


@dataclass(frozen=True)
class WayBackTold:
    """How the person comes back: until when, to whom, and how."""

    until: date
    to_whom: str
    way: Way
    how: str = ""


@dataclass(frozen=True)
class Tried:
    """One time when we tried to reach the person."""

    way: Way
    on: date


@dataclass(frozen=True)
class ClosingFacts:
    """All that a closing letter is drafted from. `kind` is why support ends, once somebody has proposed it.

    `has_heard`: the person knows that it ends, since they answered whether they are ready.
    """

    kind: EndingKind | None = None
    has_heard: bool = False
    to_where: str = ""
    goals: tuple[GoalTold, ...] = ()
    adjustments: tuple[str, ...] = ()
    what_helps: str = ""
    places: tuple[PlaceTold, ...] = ()
    way_back: WayBackTold | None = None
    crisis: str = ""
    practice: str = ""
    is_copied_to_gp: bool = True
    tried: tuple[Tried, ...] = ()
