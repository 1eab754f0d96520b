"""A worry about contact in words: about how we reach somebody, never about them."""

from livingwell.contacts.models.worry import Worry, WorryKind
from livingwell.core.dates import long_date


def worry_words(worry: Worry, name: str) -> str:
    """Are we reaching Amara as asked? 2 appointments missed and 4 attempts that did not reach since 3 May 2026."""
    since = long_date(worry.since)
    if worry.kind is WorryKind.NO_CONTACT:
        return f"Are we reaching {name} as asked? Nothing that went as asked has reached {name} since {since}."
    told = [
        _counted(worry.missed, "appointment missed", "appointments missed"),
        _counted(worry.attempts, "attempt that did not reach", "attempts that did not reach"),
    ]
    return f"Are we reaching {name} as asked? {' and '.join(each for each in told if each)} since {since}."


def _counted(number: int, one: str, many: str) -> str:
    return "" if not number else f"{number} {one if number == 1 else many}"
