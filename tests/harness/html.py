"""Whether a page is the HTML that it means to be."""

import re
from collections import Counter
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES

SHOWN = 5

_TOKENS = re.compile(r'(?P<kept> name="(?:csrf_token|submission)" value=")[^"]*')


class InvalidHTML(AssertionError):
    """A page, or a fragment of one, that a browser would have to repair."""


def is_whole(page: str) -> bool:
    """Whether it is a page; otherwise it is a fragment of one."""
    return page.lstrip().lower().startswith("<!doctype")


def problems_in(page: str) -> list[str]:
    """What a strict parser refuses, and ids that occur twice: one line each."""
    return list(_problems_in(without_tokens(page)))


def without_tokens(page: str) -> str:
    """The page without the values of its forms' tokens, which are never the same twice."""
    return _TOKENS.sub(r"\g<kept>", page)


# Hundreds of answers are the same page: that somebody may not, or that nobody is there. Parsing is half of a test.
@lru_cache(maxsize=500)
def _problems_in(page: str) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page) if is_whole(page) else parser.parseFragment(page)
    lines = page.splitlines()
    return [_describe(error, lines) for error in parser.errors[:SHOWN]] + _repeated_ids(tree)


def _describe(error: tuple[tuple[int, int], str, dict[str, object]], lines: list[str]) -> str:
    (line, _column), code, values = error
    text = lines[line - 1].strip() if 0 < line <= len(lines) else "the end"
    return f"line {line}: {MESSAGES.get(code, code) % values}: {text[:200]}"


def _repeated_ids(tree: Element) -> list[str]:
    counts = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    return [f'id="{name}" occurs {count} times' for name, count in counts.items() if count > 1]
