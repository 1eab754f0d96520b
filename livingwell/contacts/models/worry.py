"""A worry about how we reach somebody. No table: it follows from the contacts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class WorryKind(StrEnum):
    """Why there is a worry."""

    NOT_REACHED = "not_reached"
    NO_CONTACT = "no_contact"


@dataclass(frozen=True)
class Worry:
    """Somebody whom we may not be reaching as they asked.

    Not reached: `missed` appointments and `attempts` since they were last reached, the first of them on `since`. No
    contact: nothing as they asked reached them since then.
    """

    kind: WorryKind
    person_id: UUID
    since: date
    missed: int = 0
    attempts: int = 0
