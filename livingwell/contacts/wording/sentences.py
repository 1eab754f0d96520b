"""Where a sentence ends."""

import re

_END = re.compile(r"(?<=[.!?؟。])[”’\"')]*\s+")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|St|Rd|No|e\.g|i\.e|a\.m|p\.m|approx|tel)|\b[A-Z])\.$")


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph, in order. "Dr. Khan" and "9 a.m. on" end none.

    >>> sentences_of("It’s Dr. Khan. Is 1pm good?")
    ['It’s Dr. Khan.', 'Is 1pm good?']
    """
    found: list[str] = []
    for piece in _pieces(text):
        if found and _NO_END.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _pieces(text: str) -> list[str]:
    start, pieces = 0, []
    for end in _END.finditer(text):
        pieces.append(text[start : end.end()].strip())
        start = end.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]
