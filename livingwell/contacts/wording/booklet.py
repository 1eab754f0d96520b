"""A few pages to read and to write on by hand, set as letters are: the person's size, colour and layout."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.paper import COLOURS, document_of, words_as_html

RATINGS = range(11)


@dataclass(frozen=True)
class Room:
    """A question with room to write the answer: so many lines of handwriting."""

    question: str
    lines: int = 4


@dataclass(frozen=True)
class Choice:
    """A question that is answered by a mark in one of several boxes."""

    question: str
    boxes: tuple[str, ...]


def rating(question: str) -> Choice:
    """A question that is answered by a number from 0 to 10."""
    return Choice(question, tuple(str(number) for number in RATINGS))


@dataclass(frozen=True)
class Part:
    """A heading, what stands under it, and what is asked there. One with a `level` of 3 belongs to the part before."""

    heading: str
    words: str = ""
    asked: tuple[Room | Choice, ...] = ()
    level: int = 2
    starts_page: bool = False


@dataclass(frozen=True)
class Booklet:
    """What the pages hold. `lead` stands under the title."""

    title: str
    lead: str
    parts: tuple[Part, ...]


def booklet_of(booklet: Booklet, wanted: LetterFormat) -> str:
    """The whole document. It asks for nothing outside."""
    body = [f'<h1 dir="auto">{escape(booklet.title)}</h1>', *words_as_html(booklet.lead, wanted)]
    body += [line for part in booklet.parts for line in _part(part, wanted)]
    return document_of(booklet.title, body, wanted, _style(wanted))


def _part(part: Part, wanted: LetterFormat) -> Iterator[str]:
    begins = ' class="page"' if part.starts_page else ""
    yield f'<h{part.level}{begins} dir="auto">{escape(part.heading)}</h{part.level}>'
    yield from words_as_html(part.words, wanted)
    for asked in part.asked:
        yield from _room(asked) if isinstance(asked, Room) else _choice(asked)


def _room(room: Room) -> Iterator[str]:
    yield f'<p class="asked" dir="auto">{escape(room.question)}</p>'
    yield f'<div class="room">{"<br>" * room.lines}</div>'


def _choice(choice: Choice) -> Iterator[str]:
    yield f'<p class="asked" dir="auto">{escape(choice.question)}</p>'
    boxes = "".join(f'<li dir="auto"><span class="box"></span> {escape(box)}</li>' for box in choice.boxes)
    is_row = all(len(box) < 3 for box in choice.boxes)
    yield f'<ul class="{"row" if is_row else "boxes"}">{boxes}</ul>'


def _style(wanted: LetterFormat) -> Iterable[str]:
    """On A4, with the number on each page. What is asked stays with its room; a hand needs more of it than print."""
    yield f"@page {{ size: A4; margin: 20mm; background: {COLOURS[wanted.background]}; }}"
    yield '@page { @bottom-right { content: counter(page) " / " counter(pages); font-family: sans-serif; } }'
    yield "h2 { font-size: 1.15em; margin: 1.2em 0 0.5em; }"
    yield "h3 { font-size: 1em; margin: 1em 0 0.4em; }"
    yield ".asked { font-weight: bold; margin-bottom: 0.4em; break-after: avoid; }"
    yield ".room { border: 1pt solid #111111; line-height: 10mm; margin: 0 0 1em; break-inside: avoid; }"
    yield ".boxes, .row { list-style: none; padding: 0; break-inside: avoid; }"
    yield ".row li { display: inline-block; margin: 0 0.7em 0.5em 0; }"
    yield ".box { display: inline-block; width: 6mm; height: 6mm; border: 1pt solid #111111; vertical-align: middle; }"
    yield (
        "@media print { main { max-width: none; padding: 0; } h1, h2, h3 { break-after: avoid; } "
        ".page { break-before: page; } }"
    )
