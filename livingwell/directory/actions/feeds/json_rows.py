"""The entries of a JSON document, one at a time."""

from collections.abc import Iterator
from typing import IO, Any

import ijson

from livingwell.directory.actions.feeds.outline import Outline

V3, V1 = "Open Referral UK 3.0", "Open Referral UK 1.0"
_ONLY_IN_V1 = frozenset(("regular_schedules", "eligibilitys", "service_taxonomys", "fundings", "holiday_schedules"))


def items_of(body: IO[bytes], outline: Outline) -> Iterator[Any]:
    """Whatever stands in the list: what is no entry is told apart later, with its place."""
    body.seek(0)
    return iter(ijson.items(body, outline.prefix, use_float=True))


def standard_of(outline: Outline, first: Any) -> str:
    """Which version of the standard it keeps to: told by the words around the list, or of its first entry."""
    if "totalElements" in outline.around or outline.prefix == "content.item":
        return V1
    return V1 if isinstance(first, dict) and _ONLY_IN_V1 & first.keys() else V3
