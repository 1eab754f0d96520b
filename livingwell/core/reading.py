"""How somebody reads best: what they chose for the pages of their own side, for print and for PDF.

Sources of the choices: WCAG 2.2 (1.4.4, 1.4.8, 1.4.12, 2.3.3) and the British Dyslexia Association's style guide.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, urlencode

LANGUAGE = 12
ENGLISH = "en"


class Size(StrEnum):
    """How large the writing is. The largest is twice the usual size."""

    USUAL = "usual"
    LARGE = "large"
    LARGER = "larger"
    LARGEST = "largest"


class Spacing(StrEnum):
    """How far letters, words and lines stand apart."""

    USUAL = "usual"
    WIDE = "wide"
    WIDER = "wider"


class Font(StrEnum):
    """The kind of letters; which font that is, the device says, so that nothing is fetched."""

    USUAL = "usual"
    BROAD = "broad"
    ROUND = "round"
    BOOK = "book"


class Background(StrEnum):
    """The colour behind the writing."""

    USUAL = "usual"
    WHITE = "white"
    CREAM = "cream"
    BLUE = "blue"
    GREEN = "green"
    PINK = "pink"
    DARK = "dark"


class Contrast(StrEnum):
    """How strongly the writing stands out."""

    USUAL = "usual"
    SOFT = "soft"
    STRONG = "strong"


class Motion(StrEnum):
    """Whether anything on a page may move by itself."""

    USUAL = "usual"
    NONE = "none"


class Layout(StrEnum):
    """As drawn, or plain: one thing under the other, with no boxes and no colours."""

    USUAL = "usual"
    PLAIN = "plain"


@dataclass(frozen=True)
class Reading:
    """Everything that somebody chose. What stays as it was drawn is "usual"."""

    size: Size = Size.USUAL
    spacing: Spacing = Spacing.USUAL
    font: Font = Font.USUAL
    background: Background = Background.USUAL
    contrast: Contrast = Contrast.USUAL
    motion: Motion = Motion.USUAL
    layout: Layout = Layout.USUAL
    language: str = ENGLISH

    @classmethod
    def from_text(cls, text: str) -> "Reading":
        """What a cookie says. Whatever it says that nobody can choose is left as usual.

        >>> Reading.from_text("size=large&font=gothic").size, Reading.from_text("size=large&font=gothic").font
        (<Size.LARGE: 'large'>, <Font.USUAL: 'usual'>)
        """
        told = dict(parse_qsl(text[:500]))
        known = {name: _choice(kind, told.get(name, "")) for name, kind in KINDS.items()}
        language = told.get("language", "")
        return cls(**known, language=language if _is_language(language) else ENGLISH)

    def as_text(self) -> str:
        """What differs from the usual, for a cookie."""
        return urlencode(dict(self.changed()))

    def changed(self) -> list[tuple[str, str]]:
        """What differs from the usual, as (name, value) pairs."""
        pairs = [(each.name, str(getattr(self, each.name))) for each in fields(self)]
        return [(name, value) for name, value in pairs if value != str(getattr(USUAL, name))]


KINDS: dict[str, type[StrEnum]] = {
    "size": Size,
    "spacing": Spacing,
    "font": Font,
    "background": Background,
    "contrast": Contrast,
    "motion": Motion,
    "layout": Layout,
}
"""Every choice but the language: that one depends on the installation."""

USUAL = Reading()


def _choice(kind: type[StrEnum], value: str) -> Any:
    return kind(value) if value in set(kind) else kind("usual")


def _is_language(code: str) -> bool:
    return 2 <= len(code) <= LANGUAGE and code.replace("_", "").isalpha() and code.isascii()
