"""The passport on paper: one page of A4, or a card for a wallet. Set as letters are, in the person's own format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from flask_babel import gettext as _

from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.paper import COLOURS, document_of, points_of
from livingwell.portal.presenters.passport import PassportPage

USUAL_SIZES = (14, 12, 11, 10, 9)
"""Points, tried one after the other until it fits one page, for somebody who asked for no size of their own."""

CARD, CARD_HEIGHT = "85.6mm", "54mm"  # of a bank card (ISO/IEC 7810, ID-1)
ROOM_ON_CARD = 300  # letters on a side, at a size that is still read without effort

Said = tuple[str, tuple[str, ...]]
"""A heading, and the lines under it."""


@dataclass(frozen=True)
class OnPaper:
    """What is printed: the passport, and what the person is called."""

    name: str
    passport: PassportPage


def sizes_to_try(wanted: LetterFormat) -> tuple[LetterFormat, ...]:
    """The formats in which it may be printed, the first that fits winning.

    Somebody who asked for large letters gets them, and a second page if need be: small ones would help nobody.
    """
    if wanted.font_points or wanted.is_easy_read:
        return (wanted,)
    return tuple(replace(wanted, font_points=points) for points in USUAL_SIZES)


def page_of_a4(on_paper: OnPaper, wanted: LetterFormat) -> str:
    """The whole passport, meant for one page."""
    parts = [part for part in (on_paper.passport.first, *on_paper.passport.parts) if part.lines]
    title = _("About me: %(name)s", name=on_paper.name)
    body = [f'<h1 dir="auto">{escape(title)}</h1>', _note()]
    for number, part in enumerate(parts):
        is_first = part is on_paper.passport.first
        body.append(f'<section class="{"first" if is_first else "part"}"><h2>{escape(part.heading)}</h2>')
        body += [_list(part.lines), "</section>"]
        if is_first and number == 0:
            body.append('<div class="rest">')
    body.append("</div>" if on_paper.passport.first.lines else "")
    body.append(f'<p class="foot">{escape(" ".join(on_paper.passport.made_by))}</p>')
    return document_of(_("My passport"), filter(None, body), wanted, _style_of_page(wanted))


def wallet_card(on_paper: OnPaper, wanted: LetterFormat) -> str:
    """Both sides of the card, to cut out and fold: what must be known first, then how to communicate and support.

    A card has one size, so the letters are as large as the words allow; a long one grows, and no word is left out.
    """
    first = on_paper.passport.first
    front = ((on_paper.name, ()), (first.heading if first.lines else "", first.lines))
    back = tuple(_back(on_paper.passport))
    how = _("Cut along the line, then fold in the middle.")
    body = [f'<p class="foot">{escape(how)}</p>', '<div class="card">', *_side(front, _note()), *_side(back), "</div>"]
    points = min(_points_of_card(side) for side in (front, back))
    style = _style_of_card(wanted, points)
    return document_of(_("My wallet card"), body, replace(wanted, font_points=None, is_easy_read=False), style)


def _back(passport: PassportPage) -> Iterator[Said]:
    """What goes on the back: how to communicate, then please do and don't where there is room for both."""
    room = ROOM_ON_CARD
    for key in ("communication", "do-and-dont"):
        part = next(part for part in passport.parts if part.key == key)
        length = len(part.heading) + sum(map(len, part.lines))
        if part.lines and (room == ROOM_ON_CARD or length <= room):
            room -= length
            yield part.heading, part.lines


def _points_of_card(side: Iterable[Said]) -> float:
    """How large the letters of a side can be."""
    length = sum(len(heading) + sum(map(len, lines)) for heading, lines in side)
    return 11 if length <= ROOM_ON_CARD / 2 else 9.5 if length <= ROOM_ON_CARD else 8


def _side(side: Iterable[Said], after: str = "") -> Iterator[str]:
    yield '<section class="side">'
    for heading, lines in side:
        if heading:
            yield f'<h2 dir="auto">{escape(heading)}</h2>'
        if lines:
            yield _list(lines)
    yield f"{after}</section>"


def _note() -> str:
    note = _("What helps people support me. It is not a medical record.")
    return f'<p class="note">{escape(note)}</p>'


def _list(lines: Iterable[str]) -> str:
    return "".join(["<ul>", *(f'<li dir="auto">{escape(line)}</li>' for line in lines), "</ul>"])


def _style_of_page(wanted: LetterFormat) -> Iterator[str]:
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


def _style_of_card(wanted: LetterFormat, points: float) -> Iterator[str]:
    yield f"@page {{ size: A4; margin: 18mm; background: {COLOURS[wanted.background]}; }}"
    yield f"body {{ font-size: {points}pt; line-height: 1.3; }} main {{ max-width: none; }}"
    yield "@media print { main { padding: 0; } } @media screen { .card { flex-wrap: wrap; width: auto !important; } }"
    yield ".card { display: flex; width: max-content; border: 0.3mm dashed #555555; }"
    yield f".side {{ box-sizing: border-box; width: {CARD}; min-height: {CARD_HEIGHT}; padding: 4mm; }}"
    yield ".side + .side { border-inline-start: 0.2mm dotted #555555; }"
    yield "h2 { font-size: 1.1em; margin: 0 0 1mm; } ul + h2 { margin-top: 2mm; }"
    yield "ul { margin: 0; padding-inline-start: 4mm; } li { margin: 0 0 1mm; }"
    yield ".note { font-size: 0.85em; margin: 2mm 0 0; } .foot { margin: 0 0 6mm; }"
