"""Tables as CSV, the only way that we write them."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Begins the file, so that Excel reads accents rightly."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The rows as the lines of a CSV file, each cell harmless in a spreadsheet."""
    yield BYTE_ORDER_MARK
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([harmless(str(cell)) for cell in row])
        yield line.getvalue()


def harmless(cell: str) -> str:
    """The cell as text: an apostrophe before whatever a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
