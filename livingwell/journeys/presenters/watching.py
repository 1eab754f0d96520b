"""The watch list as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.core.clock import in_london, today
from livingwell.core.dates import long_date, short_date
from livingwell.journeys.models import Missed, Watched
from livingwell.journeys.watch_words import WE_HAVE_NOT, detail

_MISSED = (Missed.CONTACT, Missed.PLAN, Missed.DECISION)


@dataclass(frozen=True)
class WatchRow:
    """One person: every reason as (the state's kind, what we have not done, about what), and what was begun."""

    person_id: UUID
    episode_id: UUID
    name: str
    whys: Sequence[tuple[str, str, str]]
    days: str
    agenda: str

    @classmethod
    def of(cls, watched: Watched) -> "WatchRow":
        return cls(
            watched.person_id,
            watched.episode_id,
            watched.name,
            [
                ("not_done" if why.missed in _MISSED else "open", WE_HAVE_NOT[why.missed], detail(why))
                for why in watched.whys
            ],
            _days((today() - watched.since).days),
            _agenda(watched),
        )


def summary(count: int) -> str:
    """How many, in a sentence."""
    return "1 person. Each with why it is here." if count == 1 else f"{count:,} people. Each with why they are here."


def aside_line(why: str, by: str, until_on: date) -> str:
    """Why somebody is set aside, who said so, and until when."""
    return f"{why.rstrip('.')}. {by} said so. Until {long_date(until_on)}, then they are back on the list."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _agenda(watched: Watched) -> str:
    if watched.meets_at is None:
        return "For the next agenda" if watched.is_asked_for else ""
    day = in_london(watched.meets_at).date()
    return "On today’s agenda" if day == today() else f"On the agenda of {short_date(day)}"
