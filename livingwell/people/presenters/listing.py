"""The lines of the team's list and of a search."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from livingwell.core.clock import today
from livingwell.core.dates import long_date, weeks_between
from livingwell.people.four_week_wait import WEEKS, ClockPart, parts_not_kept_here
from livingwell.people.models import Episode, EpisodeStage, Person

STAGES = {
    EpisodeStage.REFERRED: "Referred",
    EpisodeStage.ACCEPTED: "Accepted",
    EpisodeStage.ACTIVE: "Active",
    EpisodeStage.CLOSED: "Closed",
}
ALL_PARTS = len(ClockPart)


@dataclass(frozen=True)
class Identity:
    """Who somebody is, told so that nobody is taken for another."""

    id: UUID
    name: str
    recorded_name: str
    born_on: date
    age: int
    nhs_number: str | None
    pronouns: str

    @classmethod
    def of(cls, person: Person) -> "Identity":
        return cls(
            id=person.id,
            name=person.name,
            recorded_name=person.recorded_name if person.has_other_recorded_name else "",
            born_on=person.born_on,
            age=person.age(today()),
            nhs_number=person.nhs_number,
            pronouns=person.pronouns,
        )


@dataclass(frozen=True)
class Line:
    """One person on the team's list."""

    who: Identity
    episode_id: UUID
    stage: str
    is_referred: bool
    since: str
    workers: str
    clock: str
    is_late: bool
    is_to_check: bool


def line_of(row: Any, parts: Collection[ClockPart]) -> Line:
    """The line for a row of the list."""
    episode = row.episode
    weeks = weeks_between(episode.referred_on, today())
    is_waiting = episode.stage in (EpisodeStage.REFERRED, EpisodeStage.ACCEPTED)
    return Line(
        who=Identity.of(row.person),
        episode_id=episode.id,
        stage=STAGES[episode.stage],
        is_referred=episode.stage is EpisodeStage.REFERRED,
        since=_since(episode, weeks, is_waiting),
        workers=_workers(row),
        clock=_clock(parts),
        is_late=episode.stage is not EpisodeStage.CLOSED and weeks >= WEEKS and _is_waiting_for(parts),
        is_to_check=row.is_to_check,
    )


def _since(episode: Episode, weeks: int, is_waiting: bool) -> str:
    if episode.ended_on:
        return f"{'turned away' if episode.turned_away_on else 'ended'} on {long_date(episode.ended_on)}"
    if is_waiting:
        return f"waiting {in_weeks(weeks)}, referred {long_date(episode.referred_on)}"
    return f"referred {long_date(episode.referred_on)}, {in_weeks(weeks)} ago"


def in_weeks(count: int) -> str:
    """less than a week, 1 week, 6 weeks"""
    if count == 0:
        return "less than a week"
    return "1 week" if count == 1 else f"{count} weeks"


def _workers(row: Any) -> str:
    named = [("Key worker", row.key_worker), ("Peer", row.peer)]
    return " · ".join(f"{title} {name}" for title, name in named if name) or "No key worker yet"


def _is_waiting_for(parts: Collection[ClockPart]) -> bool:
    """Whether a part is missing that could have been recorded here."""
    return any(part not in parts for part in ClockPart if part not in parts_not_kept_here())


def _clock(parts: Collection[ClockPart]) -> str:
    shown = [part.value for part in ClockPart if part in parts]
    return f"{len(shown)} of {ALL_PARTS}: {', '.join(shown)}" if shown else f"0 of {ALL_PARTS}"


@dataclass(frozen=True)
class Filter:
    """A filter as a link, with how many it shows."""

    label: str
    href: str
    count: str
    is_here: bool


@dataclass(frozen=True)
class Pages:
    """The steps through the list. `count` is 0: nobody counts to the end of a long list."""

    number: int
    previous_href: str
    next_href: str
    shown: str
    count: int = 0


def counted(number: int | None, limit: int) -> str:
    """The number, or "more than 199" where counting stopped."""
    if number is None:
        return ""
    return str(number) if number < limit else f"{limit - 1}+"


def lines_of(rows: Iterable[Any], parts: Mapping[UUID, Collection[ClockPart]]) -> Sequence[Line]:
    """The lines of a page of the list."""
    return [line_of(row, parts.get(row.person.id, ())) for row in rows]
