"""A feed at a web address: one document, or an API that sends it page by page."""

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import IO, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from livingwell.directory.actions.feeds import csv_rows, hsds
from livingwell.directory.actions.feeds.address import split_address
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.fetching import CUT_OFF, Fetched, fetch
from livingwell.directory.actions.feeds.json_rows import items_of, standard_of
from livingwell.directory.actions.feeds.letters import as_utf8
from livingwell.directory.actions.feeds.one_entry import is_named_only, whole_entry
from livingwell.directory.actions.feeds.outline import Outline, outline_of
from livingwell.directory.actions.feeds.said import FeedStopped, Row

MOST_PAGES = 20_000
_PAGE, _PAGES = ("page_number", "number"), ("total_pages", "totalPages")
_TOTAL = ("total_items", "totalElements")

Rows = Generator[tuple[int, Row], None, Outline]


class WebFeed:
    """The entries of a feed by its address, through all its pages.

    Raises FeedStopped where a page is missing or sent twice, and at the end where fewer entries came than the feed
    says that it has: it changed while it was read, and half of it is no feed.
    """

    def __init__(self, url: str, budget: Budget) -> None:
        split_address(url)
        self._url, self._budget = _without_page(url), budget
        self.standard, self.encoding = "", ""
        self._came = 0

    def rows(self) -> Iterator[tuple[int, Row]]:
        """One entry after the other, with its place among all that came."""
        fetched = fetch(self._url, self._budget)
        if fetched.media_type == "text/csv" or urlsplit(fetched.url).path.endswith(".csv"):
            yield from self._lines(fetched)
        else:
            yield from self._pages(fetched)

    def _lines(self, fetched: Fetched) -> Iterator[tuple[int, Row]]:
        self.standard = csv_rows.STANDARD
        if not fetched.is_whole:  # JSON shows by itself that its end is missing; of CSV nobody could tell
            fetched.body.close()
            raise FeedStopped(CUT_OFF)
        with closing(self._readable(fetched)) as body:
            yield from csv_rows.rows_of(body)

    def _pages(self, fetched: Fetched) -> Iterator[tuple[int, Row]]:
        first = last = yield from self._page(fetched)
        begins = first.number(*_PAGE)
        number = begins = 1 if begins is None else begins
        while number + 1 < begins + (last.number(*_PAGES) or 1):
            number += 1
            if number - begins >= MOST_PAGES:
                raise FeedStopped(f"The feed has more than {MOST_PAGES:,} pages. Ask for it as a file.")
            last = yield from self._page(fetch(_with_page(self._url, number), self._budget))
            if last.number(*_PAGE) not in (None, number):
                raise FeedStopped(f"The server was asked for page {number} and sent another. Nothing of it was used.")
        total = last.number(*_TOTAL)
        if total is not None and total != self._came:
            raise FeedStopped(
                f"The feed says that it has {total:,} services, and {self._came:,} came. Try again later."
            )

    def _page(self, fetched: Fetched) -> Rows:
        with closing(self._readable(fetched)) as body:
            outline = outline_of(body)
            for item in items_of(body, outline):
                self.standard = self.standard or standard_of(outline, item)
                self._came += 1
                yield self._came, hsds.row_of(self._whole(item, outline))
        return outline

    def _whole(self, item: Any, outline: Outline) -> Any:
        """The entry itself, where the page only names it."""
        is_page = outline.number(*_PAGES) is not None
        return whole_entry(self._url, item, self._budget) if is_page and is_named_only(item) else item

    def _readable(self, fetched: Fetched) -> IO[bytes]:
        with closing(fetched.body):
            body, self.encoding = as_utf8(fetched.body, fetched.charset)
        return body


def _without_page(url: str) -> str:
    parts = urlsplit(url.strip())
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit(parts._replace(query=urlencode(kept), fragment=""))


def _with_page(url: str, number: int) -> str:
    parts = urlsplit(url)
    query = f"{parts.query}&page={number}" if parts.query else f"page={number}"
    return urlunsplit(parts._replace(query=query))
