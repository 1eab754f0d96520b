"""A feed at a web address: one document, or an API that sends it page by page."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from livingwell.directory.actions.feeds.address import split_address
from livingwell.directory.actions.feeds.connection import MEGABYTE, Budget
from livingwell.directory.actions.feeds.fetching import fetch
from livingwell.directory.actions.feeds.json_rows import items_of, standard_of
from livingwell.directory.actions.feeds.letters import as_utf8
from livingwell.directory.actions.feeds.outline import Outline, outline_of
from livingwell.directory.actions.feeds.said import FeedStopped

MOST_PAGES = 20_000
_NESTED = ("service_at_locations", "contacts", "phones", "schedules", "regular_schedules", "cost_options")
_PAGE, _PAGES = ("page_number", "number"), ("total_pages", "totalPages")
_TOTAL = ("total_items", "totalElements")


class JsonFeed:
    """The entries of a feed by its address, through all its pages.

    Raises FeedStopped where a page is missing or sent twice, and at the end where fewer entries came than the feed
    says that it has: it changed while it was read, and half of it is no feed.
    """

    def __init__(self, url: str, budget: Budget) -> None:
        split_address(url)
        self.url, self._budget = _without_page(url), budget
        self.standard, self.encoding = "", ""
        self._came = 0

    def items(self) -> Iterator[Any]:
        """One entry after the other."""
        first = last = yield from self._page(self.url)
        begins = first.number(*_PAGE)
        begins = 1 if begins is None else begins
        number = begins + 1
        while number < begins + (last.number(*_PAGES) or 1):
            if number - begins >= MOST_PAGES:
                raise FeedStopped(f"The feed has more than {MOST_PAGES:,} pages. Ask for it as a file.")
            last = yield from self._page(_with_page(self.url, number))
            if last.number(*_PAGE) not in (None, number):
                raise FeedStopped(f"The server was asked for page {number} and sent another. Nothing of it was used.")
            number += 1
        total = last.number(*_TOTAL)
        if total is not None and total != self._came:
            raise FeedStopped(f"The feed says that it has {total:,} services, and {self._came:,} came. Try again later.")

    def _page(self, url: str) -> Any:
        fetched = fetch(url, self._budget)
        with closing(fetched.body):
            body, self.encoding = as_utf8(fetched.body, fetched.charset)
        with closing(body):
            outline = outline_of(body)
            for item in items_of(body, outline):
                if not self._came:
                    self.standard = standard_of(outline, item)
                self._came += 1
                yield self._whole(item, outline)
        return outline

    def _whole(self, item: Any, outline: Outline) -> Any:
        """The entry itself where the list only names it: the standard lets a list leave out places and contacts."""
        is_named_only = isinstance(item, dict) and item.get("id") and not any(each in item for each in _NESTED)
        if not is_named_only or outline.number(*_PAGES) is None:
            return item
        with closing(fetch(_of_one(self.url, str(item["id"])), self._budget).body) as body:
            utf8, _encoding = as_utf8(body)
            with closing(utf8):
                return _one(utf8.read(MEGABYTE + 1))


def _one(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise FeedStopped("One entry can’t be read as JSON. Nothing of the feed was used.")


def _of_one(url: str, key: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{quote(key, safe='')}", query=""))


def _without_page(url: str) -> str:
    parts = urlsplit(url.strip())
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit(parts._replace(query=urlencode(kept), fragment=""))


def _with_page(url: str, number: int) -> str:
    parts = urlsplit(url)
    query = f"{parts.query}&page={number}" if parts.query else f"page={number}"
    return urlunsplit(parts._replace(query=query))
