"""How a plan stands with the person, in a few facts: for lists of many people. Holds no row of the database."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.careplans.models.version import Answer


@dataclass(frozen=True)
class LastAnswer:
    """What the person answered to the last version, or that nobody could ask, and by when somebody will.

    `is_not_yet`: the person was asked, and said not yet.
    """

    answer: Answer
    on: date
    words: str = ""
    not_right: str = ""
    ask_by: date | None = None
    is_not_yet: bool = False


@dataclass(frozen=True)
class PlanNeeds:
    """What a plan may need from whoever looks after it.

    `answer` is to the last numbered version; `agreed_on` is the day of the last yes to any, which was to
    `agreed_version`. `changes` counts what is
    different since that yes, without what only went on as agreed. `suggestions` wait for an answer by somebody else
    than who made them.
    """

    person_id: UUID
    review_on: date | None = None
    answer: LastAnswer | None = None
    agreed_on: date | None = None
    agreed_version: int | None = None
    changes: int = 0
    suggestions: int = 0
