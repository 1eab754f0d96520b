"""Taking a CSV file apart, row by row, without holding it in memory."""

import codecs
import io
from collections.abc import Iterator, Mapping
from typing import IO

from livingwell.core.delimited import Row, parsed
from livingwell.core.errors import Invalid
from livingwell.people.actions.importing import columns

_BLOCK = 1 << 16
_NOT_CSV = "This file isn’t a CSV file. In your spreadsheet, choose “Save as” and “CSV UTF-8”, then choose that file."
_ENCODINGS = ("utf-8-sig", "cp1252")
"""UTF-8, with or without its mark; else what older Windows programs write. Nothing else is guessed at."""


class CaseloadFile:
    """A file that was found to be CSV with the needed columns. It can be read more than once.

    Raises Invalid for a file that is no CSV, or lacks a column, before any row of it is used.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.encoding = _encoding_of(stream)
        self.header: list[str] = next(self._rows(), Row(1, [])).cells
        self.places: Mapping[str, int] = columns.places_of(self.header)

    def rows(self) -> Iterator[Row]:
        """The rows below the header. Rows without any text are passed over, as spreadsheets add them at will."""
        rows = self._rows()
        next(rows)
        for row in rows:
            if row.problem or any(cell.strip() for cell in row.cells):
                yield self._measured(row)

    def cell(self, row: Row, column: str) -> str:
        """What the row has in a column; empty where the file has no such column."""
        place = self.places.get(column)
        return "" if place is None else row.cells[place]

    def _measured(self, row: Row) -> Row:
        """The row with as many cells as the header, or with what is wrong."""
        width = len(self.header)
        surplus = row.cells[width:]
        if row.problem or (len(row.cells) >= width and not any(cell.strip() for cell in surplus)):
            return Row(row.line, row.cells[:width], row.problem)
        return Row(row.line, row.cells, f"The row has {len(row.cells)} cells and the header has {width}")

    def _rows(self) -> Iterator[Row]:
        self._stream.seek(0)
        text = io.TextIOWrapper(self._stream, encoding=self.encoding, newline="")
        try:
            yield from parsed(text)
        finally:
            text.detach()


def _encoding_of(stream: IO[bytes]) -> str:
    """How the letters are written; raises Invalid for what is no text at all."""
    stream.seek(0)
    start = stream.read(_BLOCK)
    if not start.strip() or b"\0" in start.split(b"\n", 1)[0] or start.startswith(b"PK\x03\x04"):
        raise Invalid({"file": _NOT_CSV if start.strip() else "The file is empty."})
    for encoding in _ENCODINGS:
        if _decodes(stream, encoding):
            return encoding
    raise Invalid({"file": _NOT_CSV})


def _decodes(stream: IO[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    stream.seek(0)
    try:
        while block := stream.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
