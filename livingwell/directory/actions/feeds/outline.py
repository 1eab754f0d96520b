"""Where the list of services stands in a JSON document, and what is said around it. Read without holding it."""

from dataclasses import dataclass, field
from typing import IO, Any

import ijson

from livingwell.directory.actions.feeds.connection import MEGABYTE
from livingwell.directory.actions.feeds.said import FeedStopped

LISTS = ("contents", "content", "services")
LARGEST_ENTRY = MEGABYTE
_BLOCK = 1 << 16
_NO_LIST = (
    "There is no list of services in it. An Open Referral UK feed holds “contents” or “services”. If this is the "
    "address of an API, add /services to it."
)
_NOT_JSON = "This can’t be read as JSON. It may have been cut off, or hold a slip. Nothing of it was used."


@dataclass
class Outline:
    """`prefix` is where the entries stand, as ijson calls it; `around` are the document's own short values."""

    prefix: str
    around: dict[str, Any] = field(default_factory=dict)

    def number(self, *names: str) -> int | None:
        """The first of these that is a whole number."""
        found = (self.around.get(name) for name in names)
        return next((each for each in found if isinstance(each, int) and not isinstance(each, bool)), None)


class _Measured:
    """A file for ijson that refuses to go on where one entry has no end."""

    def __init__(self, body: IO[bytes]) -> None:
        self._body, self.taken, self.mark = body, 0, 0

    def read(self, size: int = _BLOCK) -> bytes:
        if self.taken - self.mark > LARGEST_ENTRY + 2 * _BLOCK:
            raise FeedStopped(f"One entry is larger than {LARGEST_ENTRY // MEGABYTE} MB. Nothing of it was used.")
        block = self._body.read(min(size, _BLOCK))
        self.taken += len(block)
        return block


def outline_of(body: IO[bytes]) -> Outline:
    """Read it from end to end, so that a slip anywhere is known before the first row is used."""
    body.seek(0)
    start = body.read(200).lstrip()
    if start.startswith(b"<"):
        raise FeedStopped("This is a web page, not a feed. Look for the address of the data itself.")
    body.seek(0)
    try:
        return _walked(_Measured(body))
    except (ijson.JSONError, ValueError, OverflowError, RecursionError):
        raise FeedStopped(_NOT_JSON)
    finally:
        body.seek(0)


def _walked(measured: _Measured) -> Outline:
    depth, key, prefix, around = 0, "", None, {}
    for event, value in ijson.basic_parse(measured, use_float=True, buf_size=_BLOCK):
        if event in ("start_map", "start_array"):
            depth += 1
            if event == "start_array" and (depth == 1 or (depth == 2 and key in LISTS)) and prefix is None:
                prefix = "item" if depth == 1 else f"{key}.item"
        elif event in ("end_map", "end_array"):
            depth -= 1
            measured.mark = measured.taken if depth <= 2 else measured.mark
        elif depth == 1 and event == "map_key":
            key = value
        elif depth == 1 and not (isinstance(value, str) and len(value) > 200):
            around[key] = value
    if prefix is None:
        raise FeedStopped(_NO_LIST)
    return Outline(prefix, around if prefix != "item" else {})
