"""What the actions about closing letters are told: frozen, complete, and without a row of the database."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.journeys.models import CarerToldKind, Paper


@dataclass(frozen=True)
class WishCommand:
    """What the person does not want, of the three papers; whatever is not in it, they do."""

    not_wanted: frozenset[Paper]
    how: HowSaid
    words: str = ""
    said_on: date = field(default_factory=today)


@dataclass(frozen=True)
class PracticeCommand:
    """The GP practice, and where it reads what is sent."""

    name: str
    email: str = ""
    address: str = ""


@dataclass(frozen=True)
class ShownCommand:
    """The person saw a paper before it went, and how; or why they could not."""

    how: HowSaid | None = None
    why_not: str = ""
    shown_on: date = field(default_factory=today)


@dataclass(frozen=True)
class CarerToldCommand:
    """What became of telling a carer, and when."""

    carer_id: UUID
    kind: CarerToldKind
    words: str = ""
    told_on: date = field(default_factory=today)
