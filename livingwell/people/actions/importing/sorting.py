"""Whether a row on its way in is somebody new, somebody here already, or somebody whom a person must look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from livingwell.core.names import are_similar
from livingwell.core.text import fold
from livingwell.people.models import Arrival
from livingwell.people.queries.importing import Known, OnRecord


class Place(StrEnum):
    """Where a row belongs."""

    NEW = "new"
    HERE_ALREADY = "here_already"
    HELD = "held"
    HELD_BEFORE = "held_before"


@dataclass(frozen=True)
class Sorted:
    """A row with its place, and who it may be about."""

    arrival: Arrival
    place: Place
    person_id: UUID | None = None


def sort_out(arrivals: Iterable[Arrival], known: Known) -> Iterator[Sorted]:
    """Each row with its place. Nobody is ever taken for somebody else: what is not certain is held."""
    for arrival in arrivals:
        yield _sorted(arrival, known)


def _sorted(arrival: Arrival, known: Known) -> Sorted:
    imported_as = known.person_by_fingerprint.get(arrival.fingerprint)
    if imported_as:
        return Sorted(arrival, Place.HERE_ALREADY, imported_as)
    same_number = known.by_number.get(arrival.nhs_number, ())
    here = next((person for person in same_number if _is_here(person, arrival)), None)
    if here:
        return Sorted(arrival, Place.HERE_ALREADY, here.person_id)
    may_be = next(iter(same_number), None) or _lookalike(arrival, known)
    if may_be is None:
        return Sorted(arrival, Place.NEW)
    is_waiting = arrival.fingerprint in known.waiting_fingerprints
    return Sorted(arrival, Place.HELD_BEFORE if is_waiting else Place.HELD, may_be.person_id)


def _is_here(person: OnRecord, arrival: Arrival) -> bool:
    """The same number, name and date of birth, of somebody whom the team supports now."""
    one, other = (tuple(map(fold, names[1:])) for names in (person.names, arrival.names))
    return person.is_supported_here and person.born_on == arrival.born_on and one == other


def _lookalike(arrival: Arrival, known: Known) -> OnRecord | None:
    born_then = known.by_birth.get(arrival.born_on, ())
    return next((person for person in born_then if are_similar(person.names, arrival.names)), None)
