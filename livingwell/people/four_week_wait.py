"""The four-week wait: the clock stops when all four parts are there (adult community mental health, NHS England).

A case discussion alone is none of them. What shows a part lies in packages above, so app.py tells us who can say.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from uuid import UUID

WEEKS = 4


class ClockPart(StrEnum):
    """What must have happened before the wait is over."""

    FIRST_CONTACT = "first contact"
    BASELINE = "outcome at the start"
    ASSESSMENT = "assessment"
    PLAN = "agreed plan"


Teller = Callable[[Collection[UUID]], Mapping[UUID, Collection[ClockPart]]]

_tellers: dict[str, tuple[frozenset[ClockPart], Teller]] = {}


def tell_parts(name: str, parts: Iterable[ClockPart], teller: Teller) -> None:
    """Have a package above say which of these parts people have. One statement, however many people."""
    _tellers[name] = (frozenset(parts), teller)


def parts_of(person_ids: Collection[UUID]) -> dict[UUID, frozenset[ClockPart]]:
    """The parts that the record shows so far, for each person."""
    shown: dict[UUID, set[ClockPart]] = {person_id: set() for person_id in person_ids}
    for _parts, teller in _tellers.values():
        for person_id, parts in (teller(person_ids) if person_ids else {}).items():
            shown[person_id].update(parts)
    return {person_id: frozenset(parts) for person_id, parts in shown.items()}


def parts_not_kept_here() -> list[ClockPart]:
    """The parts that this installation has nowhere to record yet."""
    kept = {part for parts, _teller in _tellers.values() for part in parts}
    return [part for part in ClockPart if part not in kept]
