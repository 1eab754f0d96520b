"""What the actions of the staying-well plan and of the way back are told: frozen, complete, without a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from livingwell.adjustments.models import Way
from livingwell.careplans.models import HowSaid
from livingwell.journeys.models import StayingPart


@dataclass(frozen=True)
class WriteStayingWell:
    """How these parts should read; the others stay. `replaces`: the number of the version that was read, 0 for none."""

    words: Mapping[StayingPart, str]
    replaces: int


@dataclass(frozen=True)
class AgreeStayingWell:
    """The person says that this version is theirs: when, and how they said so."""

    number: int
    on: date
    how: HowSaid


@dataclass(frozen=True)
class TellWayBack:
    """The person knows of the way back: since when, and how they were told."""

    on: date
    how: HowSaid


@dataclass(frozen=True)
class AgreeWayBack:
    """What was agreed. `replaces`: the number of the version that was read, 0 for none. `told`: they know it."""

    until_on: date
    to_whom: str
    way: Way
    replaces: int
    how: str = ""
    told: TellWayBack | None = None
