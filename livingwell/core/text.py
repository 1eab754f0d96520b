"""Text as people type it: made safe to keep and to compare, and never changed in meaning."""

import re
import unicodedata

from livingwell.core.errors import Invalid

SHORT = 200  # a name, a title, a place
LINE = 500  # one sentence or two: a decision, a step, a reason
LONG = 4000  # a page of writing: a contribution, a plan's words

# Control characters, halves of characters, and the code points that Unicode keeps for no character: HTML allows none.
_NO_CHARACTER = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_CONTROL = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTER}]")


def has_unprintable(text: str) -> bool:
    """Whether the text holds what is no character, which no page may show and no database keeps alike."""
    return bool(_CONTROL.search(text))


def without_unprintable(text: str) -> str:
    """The text without the characters that neither a page nor a database can hold."""
    return _CONTROL.sub("", text)


def clean(text: str | None) -> str:
    """The text with one kind of line end and no space around it."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def require_words(words: str, field: str, message: str) -> str:
    """The words; raises Invalid, beside the field, where there are none."""
    if not words.strip():
        raise Invalid({field: message})
    return words


def require_within(words: str, longest: int, field: str) -> str:
    """The words; raises Invalid, beside the field, where they are too long."""
    if len(words) > longest:
        raise Invalid({field: f"Use {longest:,} characters or fewer."})
    return words


def fold(text: str) -> str:
    """The text as it is searched: "O’Neill" and "oneill" fold alike, and so do "Łucja" and "lucja"."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    return "".join(c for c in plain if c.isalnum() or c.isspace()).strip()


def possessive(name: str) -> str:
    """Amara’s, James’s."""
    return f"{name}’s"


# Letters that no accent was added to, so that taking accents off leaves them as they are.
_PLAIN = ("l", "l", "o", "o", "d", "d", "d", "i", "th", "ae", "oe")
_LETTERS = str.maketrans(dict(zip("łŁøØđĐðıþæœ", _PLAIN, strict=True)))
