"""How the letters of a feed are written: found out before any row is used."""

import codecs
import tempfile
from typing import IO

from livingwell.directory.actions.feeds.said import FeedStopped

UTF8, WINDOWS = "utf-8", "windows-1252"
_BLOCK = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ((b"{\0", "utf-16-le"), (b"[\0", "utf-16-le"), (b"\0{", "utf-16-be"), (b"\0[", "utf-16-be"))
_DECLARED = {
    **dict.fromkeys(("utf-8", "utf8", "us-ascii", "ascii"), UTF8),
    # Browsers read all of these as Windows-1252 (WHATWG Encoding Standard), and servers mean it so.
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"), WINDOWS),
    **{name: name for name in ("utf-16", "utf-16le", "utf-16be", "iso-8859-15")},
}


def as_utf8(body: IO[bytes], declared: str = "") -> tuple[IO[bytes], str]:
    """The same in UTF-8 without a mark, and what it was. Raises FeedStopped where no one can tell.

    A mark at its start is believed first, then UTF-8 where it reads as such, then what the server declared; without
    any of these it is read as Windows-1252, and the page says so.
    """
    body.seek(0)
    start = body.read(4)
    if not start:
        raise FeedStopped("There is nothing in it.")
    if start.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        raise FeedStopped("This is a packed file. Unpack it first, then choose what was inside.")
    for encoding in _candidates(start, declared):
        written = tempfile.TemporaryFile()  # noqa: SIM115  whoever reads it closes it
        if _write(body, encoding, written):
            written.seek(0)
            return written, {"utf-8-sig": UTF8, "cp1252": WINDOWS}.get(encoding, encoding)
        written.close()
    raise FeedStopped("Nobody can tell how its letters are written. Ask for it in UTF-8.")


def _candidates(start: bytes, declared: str) -> list[str]:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return [encoding]
    for beginning, encoding in _WITHOUT_MARK:
        if start.startswith(beginning):
            return [encoding]
    known = _DECLARED.get(declared.strip().casefold(), "")
    if known == UTF8:
        return [UTF8]
    return [UTF8, known or WINDOWS]


def _write(body: IO[bytes], encoding: str, written: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    body.seek(0)
    try:
        while block := body.read(_BLOCK):
            written.write(decoder.decode(block).encode())
        written.write(decoder.decode(b"", final=True).encode())
    except UnicodeError:
        return False
    return True
