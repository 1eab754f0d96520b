"""Plain writing with two marks: a line that begins with "-" is a point of a list, and **so** stands out.

For wording that an administrator writes: no HTML comes of it but what the template makes.

>>> marked("Use any of these.\\n- Text **here**")
[Block(is_list=False, lines=((Piece(words='Use any of these.', stands_out=False),),)), \
Block(is_list=True, lines=((Piece(words='Text ', stands_out=False), Piece(words='here', stands_out=True)),))]
"""

from dataclasses import dataclass
from itertools import groupby

from livingwell.core.text import clean


@dataclass(frozen=True)
class Piece:
    """Words of one look."""

    words: str
    stands_out: bool


@dataclass(frozen=True)
class Block:
    """Paragraphs, or the points of one list."""

    is_list: bool
    lines: tuple[tuple[Piece, ...], ...]


def marked(text: str) -> list[Block]:
    """The text as blocks; blank lines part nothing but lists."""
    lines = [line.strip() for line in clean(text).split("\n")]
    return [
        Block(is_list, tuple(_pieces(line.removeprefix("-").strip() if is_list else line) for line in found))
        for is_list, found in groupby((line for line in lines if line), key=lambda line: line.startswith("-"))
    ]


def _pieces(line: str) -> tuple[Piece, ...]:
    parts = line.split("**")
    if len(parts) % 2 == 0:  # one mark without its other half is shown as it was typed
        return (Piece(line, False),)
    return tuple(Piece(part, number % 2 == 1) for number, part in enumerate(parts) if part)
