"""Text is kept as it was typed, and found however it is spelled."""

import pytest

from livingwell.core.text import clean, fold, has_unprintable


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("O’Neill", "oneill"),
        ("O'Neill", "oneill"),
        ("Dąbrowski", "dabrowski"),
        ("Łucja", "lucja"),
        ("Zoë", "zoe"),
        ("Siân", "sian"),
        ("Anne-Marie", "annemarie"),
        ("van der Berg", "van der berg"),
    ],
)
def test_accents_and_apostrophes_do_not_matter_to_a_search(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_line_ends_are_one_kind() -> None:
    assert clean(" one\r\ntwo\rthree \n") == "one\ntwo\nthree"


@pytest.mark.parametrize(
    "text", ["a\x00b", "half \ud83d a character", "bell\x07", "next line\x85", "no character\uffff"]
)
def test_what_no_database_keeps_alike_is_noticed(text: str) -> None:
    assert has_unprintable(text)


def test_tabs_lines_and_pictures_are_fine() -> None:
    assert not has_unprintable("one\ttwo\nthree 🙂 Ł")
