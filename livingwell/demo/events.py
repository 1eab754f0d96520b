"""Stories overlap: what happened is told in the order of time, with the clock held at each moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from livingwell.core.clock import fixed


@dataclass(frozen=True)
class Event:
    """Something that happened, and when."""

    at: datetime
    tell: Callable[[], None]


def tell(events: Iterable[Event]) -> None:
    """Tell them all, the earliest first; of two at one time, the one that was named first."""
    for event in sorted(events, key=lambda event: event.at):
        with fixed(event.at):
            event.tell()
