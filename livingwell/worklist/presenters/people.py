"""People the member supports, and those who wait for the team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from livingwell.core.clock import in_london
from livingwell.discussions.models import CaseDiscussion
from livingwell.people.models import EpisodeStage
from livingwell.worklist.models import COUNTED, Supported, Waiting
from livingwell.worklist.presenters.needs import Need, Weight, needs_of
from livingwell.worklist.presenters.row import Row, sentences
from livingwell.worklist.presenters.when import is_past_standard, waited, weekday


@dataclass(frozen=True)
class PersonLink:
    """Somebody's name, leading to their page."""

    name: str
    href: str


@dataclass(frozen=True)
class SupportedPeople:
    """Whoever needs something, late first; the others are counted, and a press away."""

    rows: tuple[Row, ...]
    fine: tuple[PersonLink, ...]
    note: str
    fine_words: str

    @classmethod
    def of(cls, supported: Sequence[Supported], account_id: UUID | None, today: date) -> "SupportedPeople":
        needs = [(needs_of(who, account_id, today), who) for who in supported]
        needing = sorted(((found, who) for found, who in needs if found), key=lambda pair: _order(*pair))
        fine = tuple(PersonLink(who.person.name, _to_person(who)) for found, who in needs if not found)
        return cls(
            rows=tuple(_row(*pair, today) for pair in needing),
            fine=fine,
            note=_note(len(needing), len(fine)) if supported else "",
            fine_words=f"{_are_fine(len(fine))}: nothing is waiting for you",
        )


def _order(needs: list[Need], who: Supported) -> tuple[Weight, date, str]:
    return needs[0].weight, needs[0].since, who.person.name


def _row(needs: list[Need], who: Supported, today: date) -> Row:
    first, others = needs[0], needs[1:]
    return Row(
        title=who.person.name,
        href=_to_person(who),
        kind=first.weight.kind,
        lead=sentences(first.words),
        why=sentences(first.quote, *(need.words for need in others), agenda_words(who.place, today)),
        action=first.action,
        action_href=first.href,
    )


def _note(needing: int, fine: int) -> str:
    need = "1 needs something" if needing == 1 else f"{needing} need something"
    return ", ".join(part for part in (need if needing else "", _are_fine(fine) if fine else "") if part)


def _are_fine(count: int) -> str:
    return "1 is fine" if count == 1 else f"{count} are fine"


@dataclass(frozen=True)
class WaitingRow:
    """Somebody who waits: how long, and what has happened so far."""

    name: str
    href: str
    why: str
    waited: str
    is_late: bool


@dataclass(frozen=True)
class WaitingPeople:
    """Those who have waited longest."""

    rows: tuple[WaitingRow, ...]
    all_words: str
    all_href: str

    @classmethod
    def of(cls, waiting: Sequence[Waiting], count: int, today: date) -> "WaitingPeople":
        counted = f"{COUNTED} or more" if count >= COUNTED else str(count)
        return cls(
            rows=tuple(_waiting(who, today) for who in waiting),
            all_words=f"All {counted} waiting" if count > len(waiting) else "See the waiting list",
            all_href=url_for("people.list_people", show="waiting"),
        )


def _waiting(who: Waiting, today: date) -> WaitingRow:
    since = who.episode.referred_on
    return WaitingRow(
        name=who.person.name,
        href=url_for("people.show_person", person_id=who.person.id),
        why=sentences(_so_far(who), agenda_words(who.place, today)),
        waited=waited(since, today),
        is_late=is_past_standard(since, today),
    )


def _so_far(who: Waiting) -> str:
    if who.episode.stage is EpisodeStage.REFERRED:
        return "Referred, not accepted yet"
    return "Accepted, support has not begun"


def agenda_words(place: CaseDiscussion | None, today: date) -> str:
    """On today’s agenda, On the agenda of Thursday 18 June; nothing for somebody who is on none."""
    if place is None:
        return ""
    day = in_london(place.meeting.starts_at).date()
    return "On today’s agenda" if day == today else f"On the agenda of {weekday(day)}"


def _to_person(who: Supported) -> str:
    return url_for("people.show_person", person_id=who.person.id)
