"""The NHS number: ten digits, the last of which checks the others (NHS Data Dictionary)."""

import re

from nhs_number.validate import is_valid


def nhs_number_digits(text: str) -> str:
    """The digits alone, however they were spaced; empty for none."""
    return re.sub(r"[\s\-]", "", text or "")


def is_nhs_number(text: str) -> bool:
    """Whether it is ten digits whose check digit is right."""
    digits = nhs_number_digits(text)
    return len(digits) == 10 and digits.isdigit() and digits.isascii() and bool(is_valid(digits))


def nhs_number_spaced(digits: str | None) -> str:
    """As it is shown: 999 123 4567."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if digits else ""
