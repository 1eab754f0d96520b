"""What a search says of itself: how many, in which order, and the steps through its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from livingwell.directory.sought import Sought


@dataclass(frozen=True)
class Pages:
    """The steps through the list."""

    number: int
    count: int
    previous_href: str
    next_href: str
    shown: str


def heading_of(count: int, sought: Sought) -> str:
    """How many there are."""
    if sought.is_withdrawn:
        return "1 entry that is no longer there" if count == 1 else f"{count:,} entries that are no longer there"
    if not count:
        return "Nothing found"
    return "1 service" if count == 1 else f"{count:,} services"


def order_of(found: Any, sought: Sought) -> str:
    """In which order they stand, and what is not known about the place."""
    said = _place_said(found, sought)
    if sought.features:
        said += " What has all that is needed comes first, and what is known not to have it comes last."
    return said.strip()


def _place_said(found: Any, sought: Sought) -> str:
    typed = sought.postcode.strip()
    if not typed:
        return ""
    if found.located is None:
        return f"“{typed}” is no postcode, so nothing is in order of distance. Type its beginning, like M6 or M6 5."
    if found.located.place is None:
        return f"No entry tells us where {found.located.name} is, so nothing is in order of distance."
    return (
        f"The nearest to {found.located.name} first, as the crow flies. "
        "Where an entry doesn’t say exactly where it is, it comes after the others."
    )


def pages_of(found: Any, href: Callable[[int], str], size: int = 25) -> Pages:
    """The steps, where `found` says its `count` and its `page`."""
    count = max(1, -(-found.count // size))
    first, last = (found.page - 1) * size + 1, min(found.page * size, found.count)
    return Pages(
        number=found.page,
        count=count,
        previous_href=href(min(found.page - 1, count)) if found.page > 1 else "",
        next_href=href(found.page + 1) if found.page < count else "",
        shown=f"Showing {first:,} to {last:,} of {found.count:,}" if first <= last else "",
    )
