"""A person's own page: their episodes, what was imported, and who changed what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.audit.words import in_words
from livingwell.core.clock import in_london, today
from livingwell.core.dates import date_and_time, long_date, weeks_between
from livingwell.people.models import Episode, EpisodeStage, ImportedNote, Person, Struck
from livingwell.people.presenters.listing import STAGES, in_weeks

FIELDS = {
    "preferred_name": "preferred name",
    "given_name": "first name on record",
    "family_name": "family name",
    "born_on": "date of birth",
    "nhs_number": "NHS number",
    "nhs_number_to_check": "whether the NHS number is checked",
    "mobile": "phone number",
    "email": "e-mail address",
    "gp_practice": "GP practice",
}


@dataclass(frozen=True)
class Out:
    """That something was struck out, by whom, when and why."""

    why: str

    @classmethod
    def of(cls, struck: Struck | None) -> "Out | None":
        if struck is None:
            return None
        on = long_date(in_london(struck.created_at).date())
        return cls(f"Recorded in error: {struck.reason} ({struck.struck_by.name}, {on})")


@dataclass(frozen=True)
class EpisodeCard:
    """An episode, as dates in order."""

    id: UUID
    team: str
    stage: str
    dates: tuple[tuple[str, str], ...]
    referred_by: str
    reason: str
    waiting: str
    may_start: bool
    may_allocate: bool
    out: Out | None


def episode_card(episode: Episode, struck: Mapping[UUID, Struck], team_ids: Iterable[UUID]) -> EpisodeCard:
    """The card of an episode; what may be done to it depends on whose team it is with."""
    out = Out.of(struck.get(episode.id))
    is_ours = episode.team_id in set(team_ids) and out is None
    weeks = weeks_between(episode.referred_on, today())
    is_waiting = episode.stage in (EpisodeStage.REFERRED, EpisodeStage.ACCEPTED)
    return EpisodeCard(
        id=episode.id,
        team=episode.team.name,
        stage=STAGES[episode.stage],
        dates=tuple(_dates(episode)),
        referred_by=episode.referred_by,
        reason=episode.referral_reason,
        waiting=f"Waiting {in_weeks(weeks)}" if is_waiting else "",
        may_start=is_ours and episode.stage is EpisodeStage.ACCEPTED,
        may_allocate=is_ours and episode.stage is not EpisodeStage.CLOSED,
        out=out,
    )


def _dates(episode: Episode) -> Iterable[tuple[str, str]]:
    days = [("Referred", episode.referred_on), ("Accepted", episode.accepted_on), ("Support began", episode.started_on)]
    if episode.turned_away_on:
        days.append(("Turned away", episode.turned_away_on))
    elif episode.ended_on:
        days.append(("Ended", episode.ended_on))
    yield from ((name, long_date(day)) for name, day in days if day)
    told = [
        ("Who helps instead", episode.helped_instead_by),
        ("Who told them", episode.told_by),
        ("Way back", episode.way_back),
    ]
    yield from ((name, words) for name, words in told if words)


@dataclass(frozen=True)
class NoteCard:
    """What was imported about support, word for word."""

    id: UUID
    said: str
    source: str
    state: str
    is_open: bool
    out: Out | None


def note_card(note: ImportedNote, person: Person, struck: Mapping[UUID, Struck]) -> NoteCard:
    """The card of an imported note."""
    out = Out.of(struck.get(note.id))
    confirmed = note.confirmed_at and long_date(in_london(note.confirmed_at).date())
    return NoteCard(
        id=note.id,
        said=note.said,
        source=f"{note.source}, {long_date(in_london(note.created_at).date())}",
        state=f"Talked through on {confirmed}" if confirmed else f"Not yet confirmed with {person.preferred_name}",
        is_open=not confirmed and out is None,
        out=out,
    )


def contact_facts(person: Person) -> Sequence[tuple[str, str]]:
    """How to get in touch and where else they are known. What is empty is left out when shown."""
    return [
        ("Mobile", person.mobile),
        ("E-mail", person.email),
        ("Address", ", ".join(part for part in (person.address.replace("\n", ", "), person.postcode) if part)),
        ("GP practice", person.gp_practice),
        ("Language", person.language),
        ("Interpreter", person.interpreter),
    ]


@dataclass(frozen=True)
class ChangeLine:
    """Who changed what, when."""

    at: str
    what: str


def change_lines(changes: Iterable[Any], name: str) -> Sequence[ChangeLine]:
    """The history of the person called `name`, in words; never what stood there before, which it doesn't keep."""
    return [ChangeLine(date_and_time(change.at), _told(change, name)) for change in changes]


def _told(change: Any, name: str) -> str:
    fields = sorted(FIELDS.get(field, field.replace("_", " ")) for table, field in change.fields if table == "person")
    return f"{change.by} {in_words(change.verb, name)}{': ' + ', '.join(fields) if fields else ''}"
