"""Where a feed's rows come from: an address, or a file that somebody handed over."""

from collections.abc import Iterator
from contextlib import closing
from typing import IO, Protocol

from livingwell.directory.actions.feeds import csv_rows, hsds
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.json_rows import items_of, standard_of
from livingwell.directory.actions.feeds.letters import as_utf8
from livingwell.directory.actions.feeds.outline import outline_of
from livingwell.directory.actions.feeds.pages import WebFeed
from livingwell.directory.actions.feeds.said import Row


class Source(Protocol):
    """A feed to be read. Rows are numbered as a reader would count them."""

    @property
    def standard(self) -> str:
        """What it keeps to, once the first row came."""
        ...

    @property
    def encoding(self) -> str:
        """How its letters are written."""
        ...

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Each row with its place in the feed. Raises FeedStopped where it can't go on."""
        ...


class FileSource:
    """A JSON or CSV file: told apart by what is in it, whatever it is called."""

    def __init__(self, body: IO[bytes]) -> None:
        self._body = body
        self.standard: str = ""
        self.encoding: str = ""

    def rows(self) -> Iterator[tuple[int, Row]]:
        body, self.encoding = as_utf8(self._body)
        with closing(body):
            if _is_json(body):
                yield from self._entries(body)
            else:
                self.standard = csv_rows.STANDARD
                yield from csv_rows.rows_of(body)

    def _entries(self, body: IO[bytes]) -> Iterator[tuple[int, Row]]:
        outline = outline_of(body)
        for number, item in enumerate(items_of(body, outline), start=1):
            self.standard = self.standard or standard_of(outline, item)
            yield number, hsds.row_of(item)


class AddressSource:
    """A feed at a web address."""

    def __init__(self, url: str, budget: Budget) -> None:
        self._feed = WebFeed(url, budget)

    @property
    def standard(self) -> str:
        return self._feed.standard

    @property
    def encoding(self) -> str:
        return self._feed.encoding

    def rows(self) -> Iterator[tuple[int, Row]]:
        return self._feed.rows()


def _is_json(body: IO[bytes]) -> bool:
    body.seek(0)
    start = body.read(200).lstrip()
    return start.startswith((b"{", b"[", b"<"))  # a web page is refused as JSON, in words
