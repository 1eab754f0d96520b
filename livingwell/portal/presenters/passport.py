"""The passport in the person's own voice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from livingwell.core.clock import in_london
from livingwell.passports.models import HowWritten, PassportPiece, PieceKind, Section, Standing
from livingwell.portal.dates import listed, long_date

HEADINGS = {
    Section.FIRST: _l("Please know this first"),
    Section.IMPORTANT: _l("What is most important to me"),
    Section.PEOPLE: _l("People who are important to me"),
    Section.COMMUNICATION: _l("How to communicate with me"),
    Section.WELLNESS: _l("My wellness"),
    Section.DO_AND_DONT: _l("Please do, and please don’t"),
    Section.SUPPORT: _l("How and when to support me"),
    Section.ALSO: _l("Also worth knowing"),
    Section.HELPERS: _l("Who helped me write this"),
}

HINTS = {
    Section.FIRST: _l("Up to three things. Say them as you would to somebody new. Like: “Write to me. Never phone.”"),
    Section.IMPORTANT: _l("Things, places, plans: what makes a day worth having."),
    Section.PEOPLE: _l("Who they are to you, and what they may know. You can say who must not be asked."),
    Section.COMMUNICATION: _l("How you like people to talk or write to you. How you show that you need a break."),
    Section.WELLNESS: _l("What a good day is like. What shows that a day is not so good."),
    Section.DO_AND_DONT: _l("What helps. What makes it worse."),
    Section.SUPPORT: _l("What you want help with, and when. What you like to do by yourself."),
    Section.ALSO: _l("Anything else. It can be fun."),
    Section.HELPERS: _l("Name them, if they are happy with that. You can leave this empty."),
}


@dataclass(frozen=True)
class Piece:
    """A picture or a recording on a page. `words` stand for it where it can't be seen or heard."""

    id: UUID
    is_picture: bool
    src: str
    small_src: str
    words: str
    size: tuple[int, int]
    label: str

    @classmethod
    def of(cls, piece: PassportPiece, endpoint: str, **values: Any) -> "Piece":
        """`endpoint` is the route that sends the file, on whichever side it is shown."""
        is_picture = piece.kind is PieceKind.PICTURE
        large = url_for(endpoint, piece_id=piece.id, size="large", **values)
        small = url_for(endpoint, piece_id=piece.id, size="small", **values) if is_picture else ""
        label = _("Picture") if is_picture else length(piece.seconds)
        return cls(piece.id, is_picture, large, small, piece.words, (piece.width, piece.height), label)


@dataclass(frozen=True)
class Part:
    """A section as it is shown."""

    key: str
    heading: str
    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.pieces


@dataclass(frozen=True)
class PassportPage:
    """One version of the passport, whole. `parts` are the seven headings."""

    first: Part
    parts: tuple[Part, ...]
    made_by: tuple[str, ...]
    is_empty: bool

    @property
    def filled(self) -> tuple[Part, ...]:
        """The headings that say something: whoever reads it needs no empty ones."""
        return tuple(part for part in self.parts if not part.is_empty)

    @classmethod
    def of(cls, standing: Standing, endpoint: str, **values: object) -> "PassportPage":
        def shown(section: Section) -> Part:
            pieces = tuple(Piece.of(piece, endpoint, **values) for piece in standing.pieces_in(section))
            lines = tuple(line.words for line in standing.lines_in(section))
            return Part(section.value, str(HEADINGS[section]), lines, pieces)

        parts = tuple(shown(section) for section in Section if section.is_heading)
        return cls(shown(Section.FIRST), parts, tuple(made_by(standing)), standing.is_empty)


def made_by(standing: Standing) -> Iterator[str]:
    """Who helped to write it, and when it last changed, as sentences of the person's."""
    together, for_me = standing.written(HowWritten.TOGETHER), standing.written(HowWritten.FOR_PERSON)
    if together:
        yield _("I wrote this with %(names)s.", names=listed(together))
    if for_me:
        yield _("%(names)s wrote some of this down for me.", names=listed(for_me))
    named = {*together, *for_me}
    helpers = [line.words.rstrip(".") for line in standing.lines_in(Section.HELPERS) if line.words not in named]
    if helpers:
        yield _("Who helped me: %(names)s.", names=listed(helpers))
    if standing.changed_at:
        yield _("Last changed on %(day)s.", day=long_date(in_london(standing.changed_at).date()))


def length(seconds: int) -> str:
    """How long a recording is."""
    return str(ngettext("Recording, %(num)d second", "Recording, %(num)d seconds", seconds))


@dataclass(frozen=True)
class VersionLine:
    """One version in the list of them."""

    number: int
    words: str
    changed: str

    @classmethod
    def of(cls, standing: Standing) -> "VersionLine":
        day = long_date(in_london(standing.changed_at).date()) if standing.changed_at else ""
        changed = HEADINGS[standing.section_changed] if standing.section_changed else _("Something was taken out")
        words = _("Version %(number)d, %(day)s", number=standing.number, day=day)
        return cls(standing.number, words, str(changed))
