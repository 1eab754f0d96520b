"""Whether a page is the HTML that it means to be."""

from collections import Counter
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as MESSAGES

SHOWN = 5


class InvalidHTML(AssertionError):
    """A page, or a fragment of one, that a browser would have to repair."""


def is_whole(page: str) -> bool:
    """Whether it is a page; otherwise it is a fragment of one."""
    return page.lstrip().lower().startswith("<!doctype")


def problems_in(page: str) -> list[str]:
    """What a strict parser refuses, and ids that occur twice: one line each."""
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
