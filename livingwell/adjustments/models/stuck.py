"""Something that waits at one of the six steps."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.people.models import Person


@dataclass(frozen=True)
class Stuck:
    """What waits, since when, and whose it is. `adjustment_id` is None before there is one."""

    person: Person
    adjustment_id: UUID | None
    what: str
    since: date
    why: str
