"""What the plan's page says about where next. The journey stands above the plan, so that app.py tells it."""

from collections.abc import Callable
from dataclasses import dataclass

from livingwell.people.models import Person


@dataclass(frozen=True)
class OnwardLine:
    """How far the talk about what comes after has come, in a sentence; `is_open`: nobody has begun it."""

    words: str
    is_open: bool


_told: list[Callable[[Person], OnwardLine]] = []


def show_on_plan(load: Callable[[Person], OnwardLine]) -> None:
    """Have the plan's page show what the function finds."""
    _told[:] = [load]


def onward_line(person: Person) -> OnwardLine | None:
    """What there is to say, or none where nothing above the plan says anything."""
    return _told[0](person) if _told else None
