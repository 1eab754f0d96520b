"""The passport as members read it: the person's own words, and who wrote them down."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from livingwell.core.clock import in_london
from livingwell.core.dates import date_and_time, long_date
from livingwell.passports.models import (
    HowWritten,
    PassportPiece,
    PassportShare,
    PassportUse,
    PieceKind,
    Section,
    Standing,
    UsedIn,
)

HEADINGS = {
    Section.FIRST: "Please know this first",
    Section.IMPORTANT: "What is most important to me",
    Section.PEOPLE: "People who are important to me",
    Section.COMMUNICATION: "How to communicate with me",
    Section.WELLNESS: "My wellness",
    Section.DO_AND_DONT: "Please do, and please don’t",
    Section.SUPPORT: "How and when to support me",
    Section.ALSO: "Also worth knowing",
    Section.HELPERS: "Who helped me write this",
}

WHERE = {UsedIn.PLAN: "In the plan", UsedIn.LETTER: "In a letter or message", UsedIn.MEETING: "In a meeting"}


@dataclass(frozen=True)
class Piece:
    """A picture or a recording."""

    id: UUID
    is_picture: bool
    src: str
    small_src: str
    words: str
    label: str

    @classmethod
    def of(cls, piece: PassportPiece) -> "Piece":
        def address(size: str) -> str:
            return url_for("passports.show_file", person_id=piece.person_id, piece_id=piece.id, size=size)

        is_picture = piece.kind is PieceKind.PICTURE
        label = "Picture" if is_picture else f"Recording, {piece.seconds} seconds"
        return cls(piece.id, is_picture, address("large"), address("small"), piece.words, label)


@dataclass(frozen=True)
class Part:
    """A section: its lines, who wrote them down and how."""

    key: str
    heading: str
    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]
    source: str

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.pieces

    @classmethod
    def of(cls, standing: Standing, section: Section) -> "Part":
        part = standing.parts.get(section)
        return cls(
            key=section.value,
            heading=HEADINGS[section],
            lines=tuple(line.words for line in standing.lines_in(section)),
            pieces=tuple(Piece.of(piece) for piece in standing.pieces_in(section)),
            source=source_of(part.written_by, part.how_written, long_date(in_london(part.created_at).date()))
            if part
            else "",
        )


def parts_of(standing: Standing) -> tuple[Part, ...]:
    """Every section, in the passport's order."""
    return tuple(Part.of(standing, section) for section in Section)


def source_of(name: str, how: HowWritten, day: str) -> str:
    """Who wrote a section down, and when."""
    return {
        HowWritten.BY_PERSON: f"Written by {name} on {day}",
        HowWritten.TOGETHER: f"{name} wrote this with the person on {day}",
        HowWritten.FOR_PERSON: f"{name} wrote this down on {day}, as told",
    }[how]


@dataclass(frozen=True)
class VersionLine:
    """A version in the list of them."""

    number: int
    words: str

    @classmethod
    def of(cls, standing: Standing) -> "VersionLine":
        when = date_and_time(standing.changed_at) if standing.changed_at else ""
        changed = HEADINGS[standing.section_changed] if standing.section_changed else "Something was taken out"
        return cls(standing.number, f"Version {standing.number}, {when}: {changed}")


@dataclass(frozen=True)
class ShareLine:
    """A link, and each time that it was opened: for somebody who has no page of their own to see it on."""

    id: UUID
    label: str
    state: str
    is_open: bool
    tries: tuple[str, ...]

    @classmethod
    def of(cls, share: PassportShare) -> "ShareLine":
        return cls(share.id, share.for_whom or "A link", _state(share), share.is_open, tuple(_tries(share)))


def _state(share: PassportShare) -> str:
    made = f"Made by {share.written_by}, {date_and_time(share.created_at)}."
    if share.stop:
        return f"{made} Stopped, {date_and_time(share.stop.created_at)}, by {share.stop.written_by}."
    until = date_and_time(share.ends_at)
    return f"{made} It works until {until}." if share.is_open else f"{made} It ended, {until}."


def _tries(share: PassportShare) -> Iterator[str]:
    for opening in reversed(share.openings):
        what = "Opened" if opening.is_right else "A wrong PIN"
        yield f"{what}, {date_and_time(opening.created_at)}, with {opening.browser or 'an unknown browser'}"


@dataclass(frozen=True)
class UseLine:
    """Where a line was used."""

    words: str
    where: str

    @classmethod
    def of(cls, use: PassportUse) -> "UseLine":
        return cls(use.line.words, f"{WHERE[use.used_in]}, by {use.written_by}, {date_and_time(use.created_at)}")
