"""The shape of what is written: paragraphs and lists, set as the person asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.sentences import sentences_of

_BULLET = re.compile(r"^\s*[-•*–]\s+(?=\S)")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_CLOSING = r"(?:(?:many )?thanks|thank you|(?:best|kind|warm) (?:wishes|regards)|regards|take care|yours \w+)"
_SIGN_OFF = re.compile(rf"(?:{_CLOSING}\b(?:\W+\S+){{0,2}}|[^\W\d]+)\W*", re.IGNORECASE)
"""A closing with up to two names, or one word alone: a name."""


@dataclass(frozen=True)
class Block:
    """Some lines that belong together; a list has one point on each."""

    lines: tuple[str, ...]
    is_list: bool = False


def blocks_of(words: str, wanted: LetterFormat) -> tuple[Block, ...]:
    """The words in blocks, none left out and none added, set in the person's format.

    Bullet points: a paragraph of several sentences becomes a list of them, between its greeting and sign-off. Easy
    Read: one idea, so one sentence, on a line of its own. What somebody set in lines or points stays so.
    """
    return tuple(block for given in _as_typed(words) for block in _set(given, wanted))


def _as_typed(words: str) -> Iterator[Block]:
    """Blank lines part the paragraphs; lines that begin with a dash or a dot are a list."""
    for paragraph in re.split(r"\n\s*\n", words.strip()):
        lines: list[str] = []
        is_list = False
        for line in filter(None, (each.strip() for each in paragraph.split("\n"))):
            is_point = bool(_BULLET.match(line))
            if lines and is_point != is_list:
                yield Block(tuple(lines), is_list)
                lines = []
            lines.append(_BULLET.sub("", line))
            is_list = is_point
        if lines:
            yield Block(tuple(lines), is_list)


def _set(block: Block, wanted: LetterFormat) -> Iterator[Block]:
    if block.is_list or len(block.lines) > 1:
        yield block
        return
    sentences = tuple(sentences_of(block.lines[0])) or block.lines
    if wanted.is_bulleted and len(sentences) > 1:
        yield from _points(sentences)
    elif wanted.is_easy_read:
        yield from (Block((sentence,)) for sentence in sentences)
    else:
        yield block


def _points(sentences: tuple[str, ...]) -> Iterator[Block]:
    """What is to be said as a list; the greeting before it and the sign-off after it are lines."""
    first = 1 if _GREETING.match(sentences[0]) else 0
    last = len(sentences) - (1 if _SIGN_OFF.fullmatch(sentences[-1]) else 0)
    points = sentences[first:last]
    for lines in (sentences[:first], points, sentences[last:]):
        if lines:
            yield Block(lines, is_list=lines is points and len(points) > 1)
