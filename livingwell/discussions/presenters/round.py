"""The round: whose view it is, who is heard first, and what stays folded."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, short_date
from livingwell.core.text import possessive
from livingwell.discussions.models import Challenge, ChallengeAnswer, Closing, Contribution, Perspective
from livingwell.identity.models import Profession

FIELDS = {
    Profession.NURSE: "Nursing",
    Profession.OCCUPATIONAL_THERAPIST: "Occupational therapy",
    Profession.PSYCHOLOGIST: "Psychology",
    Profession.PSYCHIATRIST: "Psychiatry",
    Profession.SOCIAL_WORKER: "Social work",
    Profession.RECOVERY_WORKER: "Recovery work",
    Profession.PEER_SUPPORT_WORKER: "Peer support",
    Profession.LINK_WORKER: "Link work",
    Profession.VCSE_WORKER: "Voluntary sector",
    Profession.TEAM_LEAD: "Team lead",
    Profession.ADMINISTRATOR: "Administration",
    Profession.OTHER: "Another view",
}


@dataclass(frozen=True)
class ViewCard:
    """One view in the round."""

    id: UUID
    kind: str
    perspective: str
    by: str
    words: str
    can_be_struck: bool


@dataclass(frozen=True)
class Round:
    """The round as one member sees it: what is heard first, then the others' views, or how many stay folded."""

    first: tuple[ViewCard, ...]
    others: tuple[ViewCard, ...]
    folded: int
    is_open: bool
    absence: str
    has_own_words: bool
    not_heard: str
    heard: int


def when(instant: datetime, around: datetime) -> str:
    """10:37am on the day of the meeting; 9 June, 10:37am on another."""
    day = in_london(instant).date()
    time = clock_time(instant)
    return time if day == in_london(around).date() else f"{short_date(day)}, {time}"


def view_card(
    view: Contribution, name: str, around: datetime, closing: Closing | None, viewer_id: UUID | None, is_challenge: bool
) -> ViewCard:
    """One view, with everybody who has a part in it named."""
    kinds = {Perspective.OWN_WORDS: "own", Perspective.LIVED_EXPERIENCE: "lived"}
    mine = view.said_by_id == viewer_id if is_challenge else view.is_by(viewer_id)
    return ViewCard(
        id=view.id,
        kind=kinds.get(view.perspective, "view"),
        perspective=_perspective(view, name),
        by=_by(view, around, closing),
        words=view.text,
        can_be_struck=mine and viewer_id is not None,
    )


def round_of(
    cards: Sequence[tuple[Contribution, ViewCard]],
    viewer_id: UUID | None,
    challenged: Set[UUID],
    *,
    is_open: bool,
    absence: str,
    not_heard: Iterable[str],
) -> Round:
    """Own words, then lived experience, then the others: folded to all but their authors until the round is open.

    A challenge stands in a box of its own; it is a card here only where it alone fills one of the first places.
    """
    others = [(view, card) for view, card in cards if not view.perspective.is_heard_first]
    unfolded = [(view, card) for view, card in others if is_open or view.is_by(viewer_id)]
    own = _first_place(cards, Perspective.OWN_WORDS, challenged)
    return Round(
        first=(*own, *_first_place(cards, Perspective.LIVED_EXPERIENCE, challenged)),
        others=tuple(card for view, card in unfolded if view.id not in challenged),
        folded=len(others) - len(unfolded),
        is_open=is_open,
        absence=absence,
        has_own_words=bool(own),
        not_heard=", ".join(not_heard),
        heard=len(cards),
    )


def _first_place(
    cards: Sequence[tuple[Contribution, ViewCard]], perspective: Perspective, challenged: Set[UUID]
) -> list[ViewCard]:
    said = [(view, card) for view, card in cards if view.perspective is perspective]
    plain = [card for view, card in said if view.id not in challenged]
    return plain or [card for _view, card in said]


def _perspective(view: Contribution, name: str) -> str:
    match view.perspective:
        case Perspective.OWN_WORDS:
            return f"{possessive(name)} own words"
        case Perspective.LIVED_EXPERIENCE:
            return "Lived experience"
        case Perspective.CARER:
            return "Carer"
        case Perspective.GUEST:
            return "Guest"
        case Perspective.PROFESSION:
            return FIELDS[view.profession or Profession.OTHER]


def _by(view: Contribution, around: datetime, closing: Closing | None) -> str:
    said_at = when(view.created_at, around)
    late = "added after the discussion closed" if closing and view.created_at > closing.created_at else ""
    if view.perspective is Perspective.OWN_WORDS:
        parts = [view.how, f"brought by {view.written_by.name}", said_at, late]
    else:
        parts = [_speaker(view), view.how, said_at, _writer(view), late]
    return _sentence(parts)


def _speaker(view: Contribution) -> str:
    if view.said_by is None:
        return view.said_by_name
    return f"{view.said_by.name}, {view.profession.label if view.profession else view.said_by.calling}"


def _writer(view: Contribution) -> str:
    return "" if view.said_by_id == view.written_by_id else f"written down by {view.written_by.name}"


def _sentence(parts: Iterable[str]) -> str:
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class AnswerLine:
    """An answer to a challenge."""

    words: str
    by: str


@dataclass(frozen=True)
class ChallengeCard:
    """A challenge and its answers. Folded for others until the round is open, as the view that raised it is."""

    id: UUID
    raised_by: str
    first_name: str
    when: str
    words: str
    is_open: bool
    answers: tuple[AnswerLine, ...]
    closed_note: str
    is_taken_on: bool
    is_earlier: bool
    can_be_closed: bool


def challenge_card(
    challenge: Challenge,
    answers: Iterable[ChallengeAnswer],
    name: str,
    around: datetime,
    *,
    is_earlier: bool,
    can_be_closed: bool,
) -> ChallengeCard:
    """A challenge as one member sees it."""
    view = challenge.contribution
    raised_by = (
        view.said_by.name if view.said_by else name if view.perspective is Perspective.OWN_WORDS else view.said_by_name
    )
    return ChallengeCard(
        id=challenge.id,
        raised_by=raised_by,
        first_name=raised_by.split()[0].rstrip(","),
        when=when(challenge.created_at, around),
        words=view.text,
        is_open=challenge.is_open,
        answers=tuple(
            AnswerLine(each.text, f"{each.answered_by.name}, {when(each.created_at, around)}") for each in answers
        ),
        closed_note=_closed_note(challenge, around),
        is_taken_on=challenge.taken_on_at is not None,
        is_earlier=is_earlier,
        can_be_closed=can_be_closed and challenge.is_open,
    )


def _closed_note(challenge: Challenge, around: datetime) -> str:
    if challenge.closed_at is None or challenge.closed_by is None:
        return ""
    said = f": “{challenge.closing_words}”" if challenge.closing_words else ""
    return f"Closed by {challenge.closed_by.name}, {when(challenge.closed_at, around)}{said}"
