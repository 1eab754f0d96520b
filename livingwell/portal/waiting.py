"""What waits for the person's answer, told by each part of the portal, and shown at home.

    @waits
    def suggestions_waiting(person: Person) -> Iterable[Waiting]: …

A source runs while queries may; it takes as many statements for many things as for one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from livingwell.people.models import Person


@dataclass(frozen=True)
class Waiting:
    """One thing: the words of its link, a line under it ("One question. About 1 minute."), and since when it waits."""

    title: str
    note: str
    href: str
    since: datetime


Source = Callable[[Person], Iterable[Waiting]]

_sources: list[Source] = []


def waits(source: Source) -> Source:
    """Have home show what the function finds."""
    _sources.append(source)
    return source


def waiting_for(person: Person) -> list[Waiting]:
    """Everything that waits for the person, what has waited longest first."""
    return sorted((each for source in _sources for each in source(person)), key=lambda each: each.since)
