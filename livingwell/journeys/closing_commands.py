"""What the pages about ending support hand to their actions: complete, and frozen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.careplans.models import HowSaid
from livingwell.journeys.models import ClosurePoint, EndingKind, ReadyKind


@dataclass(frozen=True)
class ProposeClosure:
    """Why support is to end: the kind, where to, in somebody's words, and the discussion that it comes from."""

    kind: EndingKind
    to_where: str = ""
    words: str = ""
    discussion_id: UUID | None = None


@dataclass(frozen=True)
class LetGo:
    """The person decided to stop: how they told us, and what they said, if anything. Nothing else is asked of them."""

    how: HowSaid
    words: str = ""
    discussion_id: UUID | None = None


@dataclass(frozen=True)
class SayReady:
    """What the person says to "are you ready for this?". `how` is none where they wrote it themselves."""

    kind: ReadyKind
    words: str = ""
    how: HowSaid | None = None
    on: date | None = None


@dataclass(frozen=True)
class AnswerPoint:
    """A named person's words to one point."""

    point: ClosurePoint
    words: str
