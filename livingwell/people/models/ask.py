"""What waits for a member's answer. No table: each feature derives its own from what the record holds."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.people.models.person import Person


@dataclass(frozen=True)
class Ask:
    """One thing that waits: what kind it is, about whom, the row, where it stands, since when, by whom, and words."""

    kind: str
    person: Person
    row_id: UUID
    place_id: UUID | None
    since: datetime
    by: str
    words: str
