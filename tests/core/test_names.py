"""Which names may be one person's."""

import pytest

from livingwell.core.names import are_similar

ALIKE = [
    (("Amara", "Amara", "Osei"), ("Amara", "Amara", "Osei")),
    (("Jol", "Jolanta", "Okafor"), ("Jolanta", "Jolanta", "Okafor")),
    (("Maeve", "Maeve", "Dąbrowski"), ("Maeve", "Maeve", "Dabrowski")),
    (("Fatima", "Fatima", "O'Brien"), ("Fatima", "Fatima", "O’Brien")),
    (("Fatima", "Fatima", "O Brien"), ("Fatima", "Fatima", "OBrien")),
    (("Nadia", "Nadia", "Walsh"), ("Nadai", "Nadai", "Walsh")),
    (("Nadia", "Nadia", "Walsh"), ("Nadia", "Nadia", "Walshe")),
    (("Nadia", "Nadia", "Walsh"), ("Walsh", "Walsh", "Nadia")),
]
NOT_ALIKE = [
    (("Amara", "Amara", "Osei"), ("Rowan", "Rowan", "Osei")),
    (("Amara", "Amara", "Osei"), ("Amara", "Amara", "Walsh")),
    (("Ali", "Ali", "Khan"), ("Avi", "Avi", "Khan")),
    (("Nadia", "Nadia", "Walsh"), ("Nadine", "Nadine", "Walker")),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_may_be_one_person_are_similar(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert are_similar(one, other)
    assert are_similar(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE)
def test_different_names_are_not(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert not are_similar(one, other)
    assert not are_similar(other, one)
