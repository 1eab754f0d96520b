"""One thing that waits for the member's answer, and what answers it."""

from dataclasses import dataclass

from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, short_date
from livingwell.people.models import Ask
from livingwell.worklist.presenters.people import PersonLink


@dataclass(frozen=True)
class Press:
    """A button: what it says and sends."""

    label: str
    action: str
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class AskRow:
    """One thing that waits: a question, the words it is about, and what answers it. `is_theirs`: the person's words."""

    title: str
    why: str
    words: str
    href: str
    presses: tuple[Press, ...]
    people: tuple[PersonLink, ...] = ()
    is_theirs: bool = False


def when(ask: Ask) -> str:
    """Since when it waits: 11 June, 10am."""
    return f"{short_date(in_london(ask.since).date())}, {clock_time(ask.since)}"
