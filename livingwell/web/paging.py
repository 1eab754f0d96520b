"""Which page of a long list an address asks for."""

_LONGEST = 4


def page_number(typed: str) -> int:
    """The number, or the first page where none was asked for that could be one.

    >>> page_number("3"), page_number("0"), page_number("x"), page_number("99999")
    (3, 1, 1, 1)
    """
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST
    return max(1, int(typed)) if is_number else 1
