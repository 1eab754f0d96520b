"""How the story of an ending is told: who proposed it and why, what was answered, and whether it was withdrawn."""

from dataclasses import dataclass

from livingwell.journeys.models import ClosurePoint, EndingKind


@dataclass(frozen=True)
class PointStory:
    """What a member answered to one point."""

    days_ago: int
    by: str
    point: ClosurePoint
    words: str


@dataclass(frozen=True)
class EndingStory:
    """Somebody proposed to end support. `withdrawn` is who withdrew it, how many days ago, and why."""

    person: str
    days_ago: int
    by: str
    kind: EndingKind
    words: str
    points: tuple[PointStory, ...] = ()
    withdrawn: tuple[str, int, str] | None = None
