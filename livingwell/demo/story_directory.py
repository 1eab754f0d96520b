"""How an entry of the directory is told: who wrote it down when, who says what it is like, and its courses."""

from dataclasses import dataclass, field
from typing import Any

from livingwell.directory.models import Feature, ServiceKind


@dataclass(frozen=True)
class ViewStory:
    """Somebody's view. `what`: a feature of the list, or words of their own."""

    by: str
    what: Feature | str
    is_so: bool = True
    words: str = ""


@dataclass(frozen=True)
class CourseStory:
    """A course, its days counted from today."""

    title: str
    in_days: int
    summary: str
    times: str
    weeks: int = 1
    places_left: int | None = None
    how_to_book: str = "Text SLEEP or your first name to 07700 900431, or e-mail."


@dataclass(frozen=True)
class ServiceStory:
    """An entry. `at`: where on the map; `checked_again`: (who, how, days ago) since it was written down."""

    name: str
    kind: ServiceKind
    summary: str
    address: str = ""
    postcode: str = ""
    at: tuple[float, float] | None = None
    by: str = "Tom Adeyemi"
    days_ago: int = 90
    views: tuple[ViewStory, ...] = ()
    courses: tuple[CourseStory, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    checked_again: tuple[str, str, int] | None = None
