"""What the actions are told: frozen, complete, and without a row of the database. Forms make them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.careplans.models import HowSaid, WhoseWords
from livingwell.core.clock import today
from livingwell.journeys.models import Area, Choice, PointKind

COULD_NOT_ASK = "could_not_ask"
"""What a form sends where a member could not ask the person yet."""


@dataclass(frozen=True)
class Told:
    """What the person told a member, and how. It is what lets a member write in their words, or change them."""

    on: date
    how: HowSaid
    words: str = ""


@dataclass(frozen=True)
class Voice:
    """Whose words a line is in. A member who writes the person's words down says how they were told (`how`)."""

    whose_words: WhoseWords
    said_on: date
    suggested_by: str = ""
    how: HowSaid | None = None

    @property
    def is_told_by_nobody(self) -> bool:
        """Whether it claims the person's words without saying how they were told."""
        return self.whose_words is WhoseWords.PERSON and self.how is None

    @classmethod
    def own(cls) -> "Voice":
        """The person's own, today, as they write them."""
        return cls(WhoseWords.PERSON, today())


@dataclass(frozen=True)
class HopeCommand:
    """One hope for after. `row_version` is the number of the wording that was read, where it replaces one."""

    words: str
    voice: Voice
    area: Area | None = None
    row_version: int | None = None
    answer: Told | None = None


@dataclass(frozen=True)
class OptionCommand:
    """Something to look at together: an entry of the directory, or anything else by its name."""

    voice: Voice
    name: str = ""
    what: str = ""
    area: Area | None = None
    service_id: UUID | None = None


@dataclass(frozen=True)
class PointCommand:
    """What is good or hard about an option, or what it could mean."""

    kind: PointKind
    words: str
    voice: Voice
    answer: Told | None = None


@dataclass(frozen=True)
class OrderCommand:
    """The options as the person would like them most. `seen` is the number of the order that the page showed."""

    option_ids: tuple[UUID, ...]
    seen: int | None
    told: Told | None = None


@dataclass(frozen=True)
class ChoiceCommand:
    """What the person said to an option. `seen` is the number of the last answer that the page showed.

    Not `is_persons`: they could not be asked yet, and `why`.
    """

    said: Choice
    on: date
    seen: int | None
    how: HowSaid | None = None
    why: str = ""
    is_persons: bool = True
