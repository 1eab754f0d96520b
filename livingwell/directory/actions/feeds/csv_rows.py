"""The rows of a CSV feed, one at a time."""

import io
from collections.abc import Iterator
from typing import IO

from livingwell.core.delimited import Row as Line
from livingwell.core.delimited import parsed
from livingwell.core.errors import Invalid
from livingwell.directory.actions.feeds.columns import places_of, row_of
from livingwell.directory.actions.feeds.said import FeedStopped, Refused, Row

STANDARD = "CSV"


def rows_of(body: IO[bytes]) -> Iterator[tuple[int, Row]]:
    """Each row with its line in the file. Raises FeedStopped for what is no CSV, or lacks a column."""
    body.seek(0)
    text = io.TextIOWrapper(body, encoding="utf-8", newline="")
    try:
        yield from _rows(text)
    except Invalid as error:
        raise FeedStopped(str(error))
    finally:
        text.detach()


def _rows(text: io.TextIOWrapper) -> Iterator[tuple[int, Row]]:
    lines = parsed(text)
    header = next(lines, Line(1, [])).cells
    places = places_of(header)
    for line in lines:
        if line.problem:
            yield line.line, Refused("", "", f"{line.problem}.")
        elif any(cell.strip() for cell in line.cells[len(header) :]) or len(line.cells) < len(header):
            if any(cell.strip() for cell in line.cells):
                said = f"The row has {len(line.cells)} cells and the header has {len(header)}."
                yield line.line, Refused("", "", said)
        elif any(cell.strip() for cell in line.cells):
            yield line.line, row_of({name: line.cells[place] for name, place in places.items()})
