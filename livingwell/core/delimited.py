"""CSV taken apart, row by row, without holding it in memory."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from livingwell.core.errors import Invalid


@dataclass(frozen=True)
class Row:
    """One row as it stands in the file. `problem` is why its cells can't be told apart, if they can't."""

    line: int
    cells: list[str]
    problem: str = ""


def parsed(text: io.TextIOWrapper) -> Iterator[Row]:
    """The rows as they stand. Raises Invalid where a quotation mark is never closed."""
    reader = csv.reader(text, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield Row(line, next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            if "expected after" not in str(error):  # the end of the file, or of all patience, inside one cell
                raise Invalid(
                    {"file": f"Line {line} of the file has a quotation mark that is never closed. Mend it first."}
                )
            yield Row(line, [], "A quotation mark stands inside a cell, so the cells can’t be told apart")
