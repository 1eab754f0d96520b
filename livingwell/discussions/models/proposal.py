"""Why the team might talk about somebody. No table: it is derived from what the record holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Ground(StrEnum):
    """Why somebody is proposed."""

    NEVER_DISCUSSED = "never_discussed"
    NOT_REACHED = "not_reached"
    NOT_CLOSED = "not_closed"
    DECISION_OVERDUE = "decision_overdue"
    REVIEW_DUE = "review_due"
    RATING_UNMOVED = "rating_unmoved"
    SUGGESTION = "suggestion"
    CHALLENGE = "challenge"
    REQUEST = "request"
    NOT_RIGHT = "not_right"
    CANNOT_DO = "cannot_do"
    WORRY_ABOUT_CONTACT = "worry_about_contact"
    NO_CONTACT = "no_contact"


@dataclass(frozen=True)
class Why:
    """One reason to talk about somebody: since when it waits, with the words that tell it.

    For a worry about contact: how many appointments were missed, and attempts did not reach, since then.
    """

    ground: Ground
    since: date
    words: str = ""
    by: str = ""
    missed: int = 0
    attempts: int = 0


@dataclass(frozen=True)
class Proposal:
    """Somebody who waits to be talked about, and why: the reason that has waited longest comes first."""

    person_id: UUID
    name: str
    whys: tuple[Why, ...]
