"""What the person says to the discussion, and how they take part, as members see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.core.actor import Side
from livingwell.discussions.models import PersonLine, TakingPart, Way, Wishes
from livingwell.discussions.presenters.round import when


@dataclass(frozen=True)
class LineCard:
    """What the person says to the discussion, or why they were not asked."""

    id: UUID
    talk_about: str
    please_dont: str
    words: str
    not_asked: str
    by: str
    can_be_struck: bool

    @classmethod
    def of(cls, line: PersonLine, around: datetime, viewer_id: UUID | None) -> "LineCard":
        brought = "" if line.brought_by.side is Side.PERSON else f"brought by {line.brought_by.name}"
        by = ", ".join(part for part in (line.how, brought, when(line.created_at, around)) if part)
        return cls(
            id=line.id,
            talk_about=line.talk_about,
            please_dont=line.please_dont,
            words=line.words,
            not_asked=line.not_asked_because,
            by=by[:1].upper() + by[1:],
            can_be_struck=line.brought_by_id == viewer_id,
        )


def asked_not_to(lines: Iterable[LineCard]) -> tuple[str, ...]:
    """What the person asked the team not to talk about."""
    return tuple(line.please_dont for line in lines if line.please_dont)


@dataclass(frozen=True)
class Wish:
    """One answer about taking part, and who gave it or wrote it down."""

    words: str
    by: str


def wishes_of(wishes: Wishes, name: str, around: datetime) -> tuple[Wish, ...]:
    """Whom the person would like there, and how they take part; what they took back is none."""
    told = wishes_in_words(wishes, name)
    return tuple(Wish(_ended(words), said_by(answer, around)) for words, answer in told)


def _ended(words: str) -> str:
    """The words as a sentence: the person may have ended their own with a full stop."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def wishes_in_words(wishes: Wishes, name: str) -> Iterator[tuple[str, TakingPart]]:
    """Each wish as a sentence, with the answer that says so."""
    who_there, way = wishes.who_there, wishes.way
    if who_there and who_there.who_there:
        yield f"{name} would like there: {who_there.who_there}", who_there
    if way and way.way is not Way.NOT_SURE:
        yield way_words(way, name), way


def way_words(answer: TakingPart, name: str) -> str:
    """Amara comes; Amara sends words and does not come; Efua speaks for Amara."""
    if answer.way is Way.SPEAKER:
        return f"{answer.speaker} speaks for {name}"
    return {Way.COME: f"{name} comes", Way.SEND_WORDS: f"{name} sends words and does not come"}.get(
        answer.way or Way.NOT_SURE, f"{name} does not know yet"
    )


def said_by(answer: TakingPart, around: datetime) -> str:
    """By phone on 3 May, written down by Jo Brennan, 10:42am; or: Written by Amara Osei, 9 June, 10:42am."""
    wrote = f"written {'down ' if answer.told_how else ''}by {answer.written_by}"
    by = ", ".join(part for part in (answer.told_how, wrote, when(answer.created_at, around)) if part)
    return by[:1].upper() + by[1:]
