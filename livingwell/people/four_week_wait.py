"""The four-week wait: the clock stops when all four parts are there (adult community mental health, NHS England).

A case discussion alone is none of them. What shows a part lies in packages above, so app.py tells us who can say.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, union

from livingwell.extensions import db

WEEKS = 4


class ClockPart(StrEnum):
    """What must have happened before the wait is over."""

    FIRST_CONTACT = "first contact"
    BASELINE = "outcome at the start"
    ASSESSMENT = "assessment"
    PLAN = "agreed plan"


Teller = Callable[[Collection[UUID]], Sequence[Select[UUID, str]]]

_tellers: dict[str, tuple[frozenset[ClockPart], Teller]] = {}


def tell_parts(name: str, parts: Iterable[ClockPart], teller: Teller) -> None:
    """Have a package above say how to find which of these parts people have.

    It gives statements, each of the person and the part's name: all packages' are read as one.
    """
    _tellers[name] = (frozenset(parts), teller)


def parts_of(person_ids: Collection[UUID]) -> dict[UUID, frozenset[ClockPart]]:
    """The parts that the record shows so far, for each person. One statement, however many people."""
    shown: dict[UUID, set[ClockPart]] = {person_id: set() for person_id in person_ids}
    found = [statement for _parts, teller in _tellers.values() for statement in teller(person_ids)]
    if person_ids and found:
        for person_id, part in db.session.execute(union(*found)):
            shown[person_id].add(ClockPart[part])
    return {person_id: frozenset(parts) for person_id, parts in shown.items()}


def parts_not_kept_here() -> list[ClockPart]:
    """The parts that this installation has nowhere to record yet."""
    kept = {part for parts, _teller in _tellers.values() for part in parts}
    return [part for part in ClockPart if part not in kept]
