"""What the person chose under “How I read”, on paper and in a PDF: beside the format that they asked letters in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from livingwell.adjustments.models import Background as Paper
from livingwell.contacts.models import LetterFormat
from livingwell.core.reading import Background, Contrast, Font, Reading, Size, Spacing
from livingwell.web.dates import locale_now

POINTS = {Size.LARGE: 14, Size.LARGER: 18, Size.LARGEST: 24}
COLOURS = {
    Background.CREAM: Paper.CREAM,
    Background.BLUE: Paper.BLUE,
    Background.GREEN: Paper.GREEN,
    Background.PINK: Paper.PINK,
}
SPACES = {Spacing.WIDE: ("0.05em", "0.1em", "1.9"), Spacing.WIDER: ("0.12em", "0.2em", "2.2")}
FONTS = {
    Font.BROAD: 'Verdana, "DejaVu Sans", "Noto Sans", sans-serif',
    Font.ROUND: '"Comic Sans MS", "Comic Neue", "Noto Sans", sans-serif',
    Font.BOOK: 'Georgia, "Noto Serif", "DejaVu Serif", serif',
}
INKS = {Contrast.SOFT: "#3a464d", Contrast.STRONG: "#000000"}


def on_paper(wanted: LetterFormat, reading: Reading) -> LetterFormat:
    """The format asked for, with the size and the colour that were chosen. What is larger wins; so does a colour.

    A dark page is for screens: on paper it stays as letters are.
    """
    points = max(wanted.font_points or 0, POINTS.get(reading.size, 0)) or None
    return replace(wanted, font_points=points, background=COLOURS.get(reading.background, wanted.background))


def dressed(html: str, reading: Reading) -> str:
    """The finished document in the letters, spaces and ink that were chosen, and in the language of the answer."""
    locale = locale_now()
    begin = f'<html lang="{str(locale).replace("_", "-")}" dir="{locale.text_direction}">'
    style = "".join(f"{line}\n" for line in _style(reading))
    return re.sub("<html[^>]*>", begin, html, count=1).replace("</style>", f"{style}</style>", 1)


def _style(reading: Reading) -> Iterator[str]:
    if reading.spacing in SPACES:
        letters, words, lines = SPACES[reading.spacing]
        yield f"body {{ letter-spacing: {letters}; word-spacing: {words}; line-height: {lines}; }}"
    if reading.font in FONTS:
        yield f"body {{ font-family: {FONTS[reading.font]}; }}"
    if reading.contrast in INKS:
        yield f"body {{ color: {INKS[reading.contrast]}; }}"
