"""A letter as a tagged PDF. Where WeasyPrint or its libraries are missing there is none, and the page is printed."""

from dataclasses import dataclass
from functools import cache
from typing import Any

STANDARD = "pdf/ua-1"


@cache
def can_make_pdf() -> bool:
    """Whether this machine can make one. Importing takes a second, so nobody asks before a letter is written."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):  # OSError: pip has it, and the system lacks Pango
        return False
    return True


@dataclass(frozen=True)
class Pages:
    """A PDF and how many pages it has."""

    content: bytes
    count: int


def pdf_of(html: str) -> Pages | None:
    """The pages, tagged for screen readers, or None where this machine can't make them. Fetches nothing.

    The same document gives the same bytes.
    """
    if not can_make_pdf():
        return None
    from weasyprint import HTML

    document = HTML(string=html, url_fetcher=_nothing_outside()).render(pdf_variant=STANDARD)
    return Pages(document.write_pdf(pdf_variant=STANDARD), len(document.pages))


def _nothing_outside() -> Any:
    from weasyprint.urls import URLFetcher

    class NothingOutside(URLFetcher):
        """Refuses every address: a letter is complete in itself."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            raise ValueError(f"a letter asks for nothing outside itself: {url[:80]}")

    return NothingOutside()
