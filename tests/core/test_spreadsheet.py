"""What we write for a spreadsheet runs nothing there."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livingwell.core.spreadsheet import csv_lines


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_be_a_formula_is_text(start: str) -> None:
    assert read("".join(csv_lines([[f"{start}1", "kept"]]))) == [[f"'{start}1", "kept"]]


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=2))
def test_no_cell_ever_starts_a_formula_and_nothing_is_lost(cells: list[str]) -> None:
    (row,) = read("".join(csv_lines([cells])))
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
