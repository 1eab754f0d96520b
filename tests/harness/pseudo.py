"""Languages that nobody speaks, made from every string that is marked for translation.

One is written with accents, one from right to left, and one is English. Each string stands in brackets, with its
placeholders outside of them: so whatever a page shows outside of brackets is either somebody's own words, or was left
out of translation. They borrow the codes of Welsh, Hebrew and Irish, for their plurals, dates and direction.
"""

import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools.words import collected

ACCENTED, RIGHT_TO_LEFT, PLAIN = "cy", "he", "ga"

OPEN, CLOSE = "⟦", "⟧"
_KEPT = re.compile(r"(%\([a-z_]+\)[sd]|\{[a-z_]+\}|<[^>]+>|&[a-z]+;)")
_LETTERS = {
    ACCENTED: str.maketrans("aeiouywAEIOUYW", "âêîôûŷŵÂÊÎÔÛŶŴ"),
    RIGHT_TO_LEFT: str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתםןףץ"),
    PLAIN: {},
}


def write_languages(folder: Path) -> None:
    """All of them, where an app finds them that is told of the folder."""
    for code in (ACCENTED, RIGHT_TO_LEFT, PLAIN):
        catalog = Catalog(locale=code, fuzzy=False)
        for message in _strings().values():
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            said = [pseudo(code, text) for text in ids]
            plural = (said[0], *[said[-1]] * (catalog.num_plurals - 1))
            catalog.add(message.id, plural if isinstance(message.id, tuple) else said[0], context=message.context)
        file = folder / code / "LC_MESSAGES" / "messages.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as written:
            write_mo(written, catalog)


def pseudo(code: str, text: str) -> str:
    """The string in brackets, in other letters; what is filled in stands outside of the brackets."""
    pieces = _KEPT.split(text.lower() if code == RIGHT_TO_LEFT else text)
    kept = _KEPT.split(text)
    said = [_one(code, piece, original) for piece, original in zip(pieces, kept, strict=True)]
    return f"{OPEN}{''.join(said)}{CLOSE}"


def _one(code: str, piece: str, original: str) -> str:
    if not _KEPT.fullmatch(original):
        return piece.translate(_LETTERS[code])
    is_filled_in = original.startswith("%")  # what stands in braces is filled in by a script
    return f"{CLOSE}{original}{OPEN}" if is_filled_in else original


@cache
def _strings() -> dict:
    return {message.id: message for message in collected() if message.id}


def outside(text: str) -> list[str]:
    """What stands outside of all brackets, piece by piece."""
    pieces, depth, current = [], 0, ""
    for character in text:
        if character == OPEN:
            depth += 1
        if depth == 0 or character == "\n":
            current += character
        elif current:
            pieces.append(current)
            current = ""
        if character == CLOSE:
            depth -= 1
    return [piece.strip() for piece in [*pieces, current] if piece.strip()]
