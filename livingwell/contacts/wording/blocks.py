"""The shape of what is written: headings, paragraphs and lists, set as the person asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.sentences import sentences_of

_HEADING = re.compile(r"^#\s+(?=\S)")
_BULLET = re.compile(r"^\s*[-•*–]\s+(?=\S)")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b", re.IGNORECASE)
_CLOSING = r"(?:(?:many )?thanks|thank you|(?:best|kind|warm) (?:wishes|regards)|regards|take care|yours \w+)"
_SIGN_OFF = re.compile(rf"(?:{_CLOSING}\b(?:\W+\S+){{0,2}}|[^\W\d]+)\W*", re.IGNORECASE)
"""A closing with up to two names, or one word alone: a name."""


@dataclass(frozen=True)
class Block:
    """Some lines that belong together; a list has one point on each, a heading is one line."""

    lines: tuple[str, ...]
    is_list: bool = False
    is_heading: bool = False


def blocks_of(words: str, wanted: LetterFormat) -> tuple[Block, ...]:
    """The words in blocks, none left out and none added, set in the person's format.

    Bullet points: a paragraph of several sentences becomes a list of them, between its greeting and sign-off. Easy
    Read: one idea, so one sentence, on a line of its own. What somebody set in lines or points stays so.
    """
    return tuple(block for given in _as_typed(words) for block in _set(given, wanted))


def _as_typed(words: str) -> Iterator[Block]:
    """Blank lines part the paragraphs; lines that begin with a dash or a dot are a list, one with # is a heading."""
    for paragraph in re.split(r"\n\s*\n", words.strip()):
        lines = filter(None, (each.strip() for each in paragraph.split("\n")))
        for mark, found in groupby(lines, key=_mark_of):
            if mark is _HEADING:
                yield from (Block((_HEADING.sub("", line),), is_heading=True) for line in found)
            else:
                yield Block(tuple(_BULLET.sub("", line) for line in found), is_list=mark is _BULLET)


def _mark_of(line: str) -> re.Pattern[str] | None:
    """What makes the line a heading or a point, or none."""
    return next((mark for mark in (_HEADING, _BULLET) if mark.match(line)), None)


def _set(block: Block, wanted: LetterFormat) -> Iterator[Block]:
    if block.is_list or block.is_heading or len(block.lines) > 1:
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
