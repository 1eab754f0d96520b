"""Getting what stands at an address: whole, unpacked and on disk, or not at all."""

import tempfile
import zlib
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.parse import SplitResult, urljoin

from livingwell.directory.actions.feeds.address import split_address
from livingwell.directory.actions.feeds.connection import Budget, CheckedConnection
from livingwell.directory.actions.feeds.said import FeedStopped

_BLOCK = 1 << 16
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {
    "Accept": "application/json, text/csv;q=0.9",
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": "LivingWell (directory of services)",
}
CUT_OFF = "The server stopped half-way. Nothing of the feed was used: try again later."


@dataclass(frozen=True)
class Fetched:
    """What came, unpacked; and what the server said of it. `is_whole`: the server said where it ends."""

    body: IO[bytes]
    media_type: str
    charset: str
    url: str
    is_whole: bool


def fetch(url: str, budget: Budget) -> Fetched:
    """Get it, through redirects; each address on the way is checked. Raises FeedStopped in plain words."""
    for _ in range(_REDIRECTS + 1):
        parts = split_address(url)
        try:
            found = _asked(parts, budget)
        except TimeoutError:
            budget.patience()
            raise FeedStopped("The server stayed silent for too long. Try again later.")
        except (OSError, HTTPException, zlib.error):
            raise FeedStopped(CUT_OFF)
        if isinstance(found, Fetched):
            return found
        url = _next(url, found)
    raise FeedStopped("The address leads from one place to the next without end.")


def _asked(parts: SplitResult, budget: Budget) -> Fetched | str:
    connection = CheckedConnection(parts, budget)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers=_HEADERS)
        response = connection.getresponse()
        if response.status in _MOVED:
            return response.getheader("Location") or ""
        if response.status != 200:
            raise FeedStopped(f"The server answered {response.status} instead of sending the feed.")
        return _kept(response, parts.geturl(), budget)
    except UnicodeError:
        raise FeedStopped("This is not a web address. Check it for slips.")
    finally:
        connection.let_go()


def _next(url: str, location: str) -> str:
    if not location:
        raise FeedStopped("The server says that the feed has moved, and doesn’t say where.")
    moved = urljoin(url, location)
    if url.startswith("https:") and moved.startswith("http:"):
        raise FeedStopped("The address leads from https to http, where anybody could change what is read.")
    return moved


def _kept(response: HTTPResponse, url: str, budget: Budget) -> Fetched:
    encoding = (response.getheader("Content-Encoding") or "identity").strip().casefold()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise FeedStopped("The server packs the feed in a way that we didn’t ask for.")
    is_whole = response.chunked or response.length is not None
    body = tempfile.TemporaryFile()  # noqa: SIM115  whoever reads it closes it
    try:
        (_unpack if encoding != "identity" else _copy)(response, body, budget)
        if response.length:
            raise FeedStopped(CUT_OFF)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    headers = response.headers
    return Fetched(body, headers.get_content_type(), headers.get_content_charset() or "", url, is_whole)


def _copy(response: HTTPResponse, body: IO[bytes], budget: Budget) -> None:
    while block := response.read1(_BLOCK):
        budget.take(len(block))
        body.write(block)


def _unpack(response: HTTPResponse, body: IO[bytes], budget: Budget) -> None:
    """Unpack a little at a time: a few bytes can stand for gigabytes."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    while block := response.read1(_BLOCK):
        while block and not unpacker.eof:
            unpacked = unpacker.decompress(block, _BLOCK)
            budget.take(len(unpacked))
            body.write(unpacked)
            block = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise FeedStopped(CUT_OFF)
