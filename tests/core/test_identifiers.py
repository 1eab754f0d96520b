"""The NHS number (NHS Data Dictionary: weights 10 to 2, 11 less the remainder)."""

import pytest

from livingwell.core.identifiers import is_nhs_number, nhs_number_digits, nhs_number_spaced


@pytest.mark.parametrize("text", ["9992768428", "999 276 8428", "999-276-8428", " 999 2768428 "])
def test_a_number_is_right_however_it_is_spaced(text: str) -> None:
    assert is_nhs_number(text)


@pytest.mark.parametrize("text", ["", "999276842", "99927684280", "9992768427", "abc", "٩٩٩٢٧٦٨٤٢٨"])
def test_a_number_with_a_wrong_check_digit_or_length_is_not_one(text: str) -> None:
    assert not is_nhs_number(text)


def test_it_is_shown_three_three_four() -> None:
    assert nhs_number_spaced(nhs_number_digits("999-2768428")) == "999 276 8428"
