"""What is written, as a page: the e-mail's layout, and the letter on A4.

Written by hand and escaped line by line, because an action makes it and no template belongs to it: it is the same
document in a preview, an e-mail and a PDF.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from livingwell.adjustments.models import Background
from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.blocks import Block, blocks_of
from livingwell.contacts.wording.languages import direction_of, tag_of

COLOURS = {
    Background.WHITE: "#ffffff",
    Background.CREAM: "#fff6dc",
    Background.YELLOW: "#fff7a8",
    Background.BLUE: "#dcecfb",
    Background.GREEN: "#dff3df",
    Background.PINK: "#fde4ee",
}
USUAL_POINTS, EASY_READ_POINTS = 12, 16
FONTS = 'Arial, "Liberation Sans", "DejaVu Sans", "Noto Sans", "Noto Color Emoji", sans-serif'

# Where the address has to stand for the window of a C5 envelope and for GOV.UK Notify (its letter specification).
# 39.5mm from the top of the sheet, which begins its words 95mm down.
_WINDOW = "position: absolute; left: 0; top: -55.5mm; width: 95.4mm; height: 26.8mm; overflow: hidden;"


@dataclass(frozen=True)
class Paper:
    """What stands on the page: only an e-mail has no address and no date."""

    title: str
    words: str
    address_lines: tuple[str, ...] = ()
    date: str = ""
    links: tuple[tuple[str, str], ...] = ()


def page_of(paper: Paper, wanted: LetterFormat) -> str:
    """The whole document, in the size, colour and layout that the person asked for. It asks for nothing outside."""
    body = [*_head_of_letter(paper, wanted), *words_as_html(paper.words, wanted), *map(_link, paper.links)]
    return document_of(paper.title, body, wanted, _style_of_letter(wanted) if paper.address_lines else ())


def document_of(title: str, body: Iterable[str], wanted: LetterFormat, style: Iterable[str] = ()) -> str:
    """A whole document around what was made already: in the person's size, colour and spacing, and `style` after it."""
    language = f' lang="{tag_of(wanted.language)}" dir="{direction_of(wanted.language)}"'
    return (
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_lines([*_style(wanted), *style])}</style>\n</head>\n"
        f"<body>\n<main>\n{_lines(body)}</main>\n</body>\n</html>\n"
    )


def words_as_html(words: str, wanted: LetterFormat) -> Iterator[str]:
    """What somebody wrote, in paragraphs and lists as the person asked."""
    return map(_block, blocks_of(words, wanted))


def points_of(wanted: LetterFormat) -> int:
    """The size of the words, in points: the one asked for, never less than Easy Read needs."""
    return wanted.font_points or (EASY_READ_POINTS if wanted.is_easy_read else USUAL_POINTS)


def _head_of_letter(paper: Paper, wanted: LetterFormat) -> Iterable[str]:
    if paper.address_lines:
        lines = "<br>\n".join(escape(line) for line in paper.address_lines)
        yield f'<p class="address" dir="auto">{lines}</p>'
    if paper.date:
        yield f'<p class="date">{escape(paper.date)}</p>'
    if paper.address_lines:
        yield f'<h1 dir="auto">{escape(paper.title)}</h1>'


def _block(block: Block) -> str:
    lines = [escape(line) for line in block.lines]
    if block.is_heading:
        return f'<h2 dir="auto">{lines[0]}</h2>'
    if block.is_list:
        return "<ul>\n" + "\n".join(f'<li dir="auto">{line}</li>' for line in lines) + "\n</ul>"
    return f'<p dir="auto">{"<br>".join(lines)}</p>'


def _link(link: tuple[str, str]) -> str:
    words, href = link
    return f'<p class="answer"><a href="{escape(href)}">{escape(words)}</a></p>'


def _style(wanted: LetterFormat) -> Iterator[str]:
    colour, points = COLOURS[wanted.background], points_of(wanted)
    spacing, gap = ("2", "1.4em") if wanted.is_easy_read else ("1.5", "1em")
    yield f"html {{ background: {colour}; }}"
    yield (
        f"body {{ margin: 0; background: {colour}; color: #111111; font: {points}pt/{spacing} {FONTS}; "
        "text-align: start; hyphens: none; overflow-wrap: break-word; }"
    )
    yield f"main {{ max-width: {_width_of(wanted)}; padding: 1em; }}"
    yield f"h1 {{ font-size: 1.2em; margin: 0 0 {gap}; }}"
    yield f"h2 {{ font-size: 1.1em; margin: 1.5em 0 {'0.7em' if wanted.is_easy_read else '0.4em'}; }}"
    yield f"p, ul {{ margin: 0 0 {gap}; }}"
    yield f"li {{ margin: 0 0 {'0.7em' if wanted.is_easy_read else '0.4em'}; }}"
    yield "a { color: #003d7a; }"


def _width_of(wanted: LetterFormat) -> str:
    return "26em" if wanted.is_easy_read else "34em"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _style_of_letter(wanted: LetterFormat) -> Iterator[str]:
    """On A4, with margins and window as GOV.UK Notify prints them. The address is small enough for its window."""
    colour, width = COLOURS[wanted.background], _width_of(wanted) if wanted.is_easy_read else "none"
    yield f"@page {{ size: A4; margin: 20mm 24mm 20mm 24.6mm; background: {colour}; }}"
    yield ".address { font-size: 11pt; line-height: 1.2; }"
    yield "@page :first { margin-top: 95mm; }"
    printed = (
        f"main {{ max-width: {width}; padding: 0; }}",
        "p, li { orphans: 2; widows: 2; }",
        "h1, h2, li { break-inside: avoid; }",
        "h1, h2 { break-after: avoid; }",
        f".address {{ {_WINDOW} margin: 0; }}",
        ".date { position: absolute; left: 0; top: -20mm; margin: 0; }",
    )
    yield f"@media print {{ {' '.join(printed)} }}"
