"""The catalogue: every code checked, every label ours, every choice found by plain words."""

import pytest

from livingwell.adjustments.catalogue import CHOICES, choice_of, choices_by_category, choices_found, choices_suggested
from livingwell.adjustments.models import Category
from livingwell.core.text import LINE

# Verhoeff's tables (SNOMED CT Technical Implementation Guide, appendix on check digits): the product of the dihedral
# group of ten, and the permutation for each place counted from the right.
PRODUCT = [[(a + b) % 5 if b < 5 else 5 + (a + b) % 5 for b in range(10)] for a in range(5)] + [
    [5 + (a - b) % 5 if b < 5 else (a - b) % 5 for b in range(10)] for a in range(5, 10)
]
PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

FAILING = {"1082661000000100", "1082551000000100"}


def has_right_check_digit(code: str) -> bool:
    check = 0
    for place, digit in enumerate(map(int, reversed(code))):
        for _time in range(place % 8):
            digit = PERMUTATION[digit]
        check = PRODUCT[check][digit]
    return check == 0


def labels(found: object) -> list[str]:
    return [choice.label for choice in found]  # type: ignore[attr-defined]


def test_the_check_itself_knows_right_from_wrong() -> None:
    assert has_right_check_digit("738987007")  # SNOMED CT's own example of a concept id
    assert not has_right_check_digit("738987008")


@pytest.mark.parametrize("code", sorted({each.snomed_code for each in CHOICES if each.snomed_code}))
def test_every_code_has_the_right_check_digit(code: str) -> None:
    assert has_right_check_digit(code)


def test_the_two_codes_of_the_draft_that_fail_are_left_out() -> None:
    assert not any(has_right_check_digit(code) for code in FAILING)
    assert not FAILING & {each.snomed_code for each in CHOICES}


def test_every_other_code_of_the_draft_is_behind_one_choice() -> None:
    codes = [each.snomed_code for each in CHOICES if each.snomed_code]
    assert len(codes) == len(set(codes)) == 337


def test_keys_and_labels_are_there_once() -> None:
    assert len({each.key for each in CHOICES}) == len({each.label.casefold() for each in CHOICES}) == len(CHOICES)


def test_every_choice_fits_its_columns() -> None:
    assert all(len(each.key) <= 60 and len(each.label) <= LINE and len(each.snomed_code) <= 18 for each in CHOICES)


def test_every_category_has_choices() -> None:
    assert list(choices_by_category()) == list(Category)
    assert all(choices_by_category().values())


def test_a_choice_is_found_by_its_key() -> None:
    found = choice_of("interpreter-polish")
    assert found is not None
    assert found.label == "An interpreter who speaks Polish"
    assert choice_of("") is None


@pytest.mark.parametrize(
    ("sought", "label"),
    [
        ("quiet", "A quiet place"),
        ("noise", "A quiet place"),
        ("NOISE  low", "A quiet place"),
        ("deaf sign", "A British Sign Language interpreter"),
        ("punjabi", "An interpreter who speaks Panjabi"),
        ("bokmal", "An interpreter who speaks Norwegian Bokmål"),
        ("big letters", "Large print, 24 point"),
        ("whee", "Room and door for a wheelchair"),
    ],
)
def test_choices_are_found_by_plain_words(sought: str, label: str) -> None:
    assert label in labels(choices_found(sought))


def test_words_that_nothing_has_find_nothing() -> None:
    assert choices_found("zeppelin") == []


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Polish interpreter", "An interpreter who speaks Polish"),
        ("Autistic; written info please", "Would rather write than talk"),
        ("Easy read", "Easy Read"),
        ("Text day before appt", "Remind them of appointments"),
        ("Large print (24pt)", "Large print, 24 point"),
        ("Prefers text - does not answer calls", "Text"),
        ("Anxious on phone, email OK", "Write by e-mail"),
        ("Home visits only at present", "Visits at home"),
        ("Reads better on yellow paper", "On coloured paper or screen"),
        ("BSL interpreter", "A British Sign Language interpreter"),
        ("Contact via sister (consent given)", "Get in touch through a carer or relative"),
        ("Appointments after 11am", "Appointments later in the day"),
        ("Hearing aid user; no phone", "Wears hearing aids"),
    ],
)
def test_what_a_caseload_says_points_to_choices(said: str, label: str) -> None:
    assert label in labels(choices_suggested(said))


def test_only_likely_choices_are_suggested() -> None:
    assert labels(choices_suggested("Polish interpreter")) == ["An interpreter who speaks Polish"]
    assert choices_suggested("12345 !!!") == []
