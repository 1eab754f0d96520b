"""Plain text out of HTML: no markup survives.

>>> plain("<p>Tea &amp; talk<br>Every <b>Monday</b></p><script>alert(1)</script>")
'Tea & talk\\nEvery Monday'
"""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset("p br div li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer hr dd dt".split())
_UNSEEN = frozenset(("script", "style", "template", "noscript", "head", "title", "iframe", "object"))
_NEVER_CLOSED = re.compile(r"<(?=[a-zA-Z/!?])(?![^<>]*>)")
_LOOKS_LIKE_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_AT_MOST = 4


class _Text(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.found.append("\n")


def plain(text: str) -> str:
    """What a reader would see of it. Markup that was escaped, even twice, is taken off too; "under <18" stays."""
    for _ in range(_AT_MOST):
        if "<" not in text and "&" not in text:
            break
        before, text = text, _once(text)
        if text == before:
            break
    return _tidied(_LOOKS_LIKE_MARKUP.sub("< ", text))


def _once(text: str) -> str:
    """Take one layer of markup off. What is never closed is no tag, and would keep the parser looking for its end."""
    parser = _Text()
    parser.feed(_NEVER_CLOSED.sub("< ", _without_comments(text)))
    parser.close()
    return "".join(parser.found)


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in others)


def _tidied(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
