"""What could be an e-mail address or a phone number."""

import pytest

from livingwell.core.contact import is_email, is_phone


@pytest.mark.parametrize("text", ["zoë.32@example.com", "rafał.133@example.com", "a.b+c@nhs.net"])
def test_an_address_is_judged_by_its_form_alone(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize("text", ["not an email", "a@b", "a@@example.com", "", "a b@example.com"])
def test_what_has_not_the_form_is_no_address(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize("text", ["07700 900846", "07700900846", "+44 7700 900846", "0161 496 0000"])
def test_a_number_of_possible_length_passes(text: str) -> None:
    assert is_phone(text)


@pytest.mark.parametrize("text", ["12", "ring mum", "", "07700 900846 900846"])
def test_a_number_of_impossible_length_does_not(text: str) -> None:
    assert not is_phone(text)
