"""A sheet of A4 and cards for a wallet: what the passport and the staying-well plan share on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from flask_babel import gettext as _

from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.paper import COLOURS, points_of

USUAL_SIZES = (14, 12, 11, 10, 9)
"""Points, tried one after the other until it fits one page, for somebody who asked for no size of their own."""

CARD, CARD_HEIGHT = "85.6mm", "54mm"  # of a bank card (ISO/IEC 7810, ID-1)
ROOM_ON_CARD = 300  # letters on a side, at a size that is still read without effort
BESIDE = 2  # sides in a row

Said = tuple[str, tuple[str, ...]]
"""A heading, and the lines under it."""
Side = Sequence[Said]


def sizes_to_try(wanted: LetterFormat) -> tuple[LetterFormat, ...]:
    """The formats in which it may be printed, the first that fits winning.

    Somebody who asked for large letters gets them, and a second page if need be: small ones would help nobody.
    """
    if wanted.font_points or wanted.is_easy_read:
        return (wanted,)
    return tuple(replace(wanted, font_points=points) for points in USUAL_SIZES)


def for_a_card(wanted: LetterFormat) -> LetterFormat:
    """A card has one size, so the letters are as large as the words allow."""
    return replace(wanted, font_points=None, is_easy_read=False)


def card_of(sides: Sequence[Side], after_first: str = "") -> Iterator[str]:
    """Two sides in a row, to cut out and fold. A long side grows, and no word is left out."""
    how = (
        _("Cut along the line, then fold in the middle.")
        if len(sides) <= BESIDE
        else _("Cut along the line. Then fold it in the middle, and in the middle again.")
    )
    yield f'<p class="foot">{escape(how)}</p><div class="card">'
    for first in range(0, len(sides), BESIDE):
        yield '<div class="beside">'
        for number, side in enumerate(sides[first : first + BESIDE], first):
            yield from _side(side, "" if number else after_first)
        yield "</div>"
    yield "</div>"


def points_of_card(sides: Iterable[Side]) -> float:
    """How large the letters can be, so that the longest side still has its size."""
    return min(_points_of_side(side) for side in sides)


def length_of(said: Said) -> int:
    """The letters of a heading and its lines."""
    heading, lines = said
    return len(heading) + sum(map(len, lines))


def list_of(lines: Iterable[str]) -> str:
    """The lines as a list."""
    return "".join(["<ul>", *(f'<li dir="auto">{escape(line)}</li>' for line in lines), "</ul>"])


def note_of(words: str) -> str:
    """A quiet sentence."""
    return f'<p class="note">{escape(words)}</p>'


def style_of_page(wanted: LetterFormat) -> Iterator[str]:
    """One sheet of A4."""
    points = points_of(wanted)
    yield f"@page {{ size: A4; margin: 14mm 15mm; background: {COLOURS[wanted.background]}; }}"
    yield f"body {{ line-height: {1.5 if wanted.is_easy_read else 1.35}; }}"
    yield "h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.1em; margin: 0 0 0.2em; break-after: avoid; }"
    yield "ul { margin: 0; padding-inline-start: 1.1em; } li { margin: 0 0 0.15em; } .note { margin: 0 0 0.8em; }"
    yield ".first { border-inline-start: 2mm solid #ffb81c; background: #fff8e6; padding: 3mm 4mm; margin: 0 0 1em; }"
    yield ".first li { font-weight: bold; } .part { break-inside: avoid; margin: 0 0 0.8em; }"
    columns = "columns: 2; column-gap: 9mm;" if points <= USUAL_SIZES[0] else ""
    yield ".foot { font-size: 0.9em; margin: 0; }"
    yield f"@media print {{ main {{ max-width: none; padding: 0; }} .rest {{ {columns} }} }}"


def style_of_card(wanted: LetterFormat, points: float) -> Iterator[str]:
    """Sides of a bank card's size on a sheet of A4."""
    yield f"@page {{ size: A4; margin: 18mm; background: {COLOURS[wanted.background]}; }}"
    yield f"body {{ font-size: {points}pt; line-height: 1.3; }} main {{ max-width: none; }}"
    yield ".card { display: inline-block; border: 0.3mm dashed #555555; } .beside { display: flex; }"
    yield "@media screen { .card { max-width: 100%; } .beside { flex-wrap: wrap; } }"
    yield "@media print { main { padding: 0; } }"
    yield ".beside + .beside { border-top: 0.2mm dotted #555555; }"
    yield f".side {{ width: {CARD}; max-width: 100%; min-height: {CARD_HEIGHT}; }}"
    yield ".side { box-sizing: border-box; padding: 4mm; }"
    yield ".side + .side { border-inline-start: 0.2mm dotted #555555; }"
    yield "h2 { font-size: 1.1em; margin: 0 0 1mm; } ul + h2 { margin-top: 2mm; }"
    yield "ul { margin: 0; padding-inline-start: 4mm; } li { margin: 0 0 1mm; }"
    yield ".note { font-size: 0.85em; margin: 2mm 0 0; } .foot { margin: 0 0 6mm; }"


def _points_of_side(side: Side) -> float:
    length = sum(map(length_of, side))
    return 11 if length <= ROOM_ON_CARD / 2 else 9.5 if length <= ROOM_ON_CARD else 8


def _side(side: Side, after: str = "") -> Iterator[str]:
    yield '<section class="side">'
    for heading, lines in side:
        if heading:
            yield f'<h2 dir="auto">{escape(heading)}</h2>'
        if lines:
            yield list_of(lines)
    yield f"{after}</section>"
