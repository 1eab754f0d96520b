"""What stands at the top of every staff page about a person, so that nobody writes in another's record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from livingwell.core.clock import in_london, today
from livingwell.core.dates import long_date
from livingwell.people.models import Allocation, AllocationRole, Death, ImportedNote, Person

TITLES = {AllocationRole.KEY_WORKER: "Key worker", AllocationRole.PEER: "Peer"}


@dataclass(frozen=True)
class Matters:
    """What matters to the person, in their own words, and who wrote it down when. A package above loads it."""

    said: str
    source: str = ""


@dataclass(frozen=True)
class Banner:
    """Who the page is about. `recorded_name` is empty where it is the name that the person goes by.

    `death` is a sentence, or empty.
    """

    preferred_name: str
    name: str
    recorded_name: str
    born_on: date
    age: int
    nhs_number: str | None
    pronouns: str
    workers: str
    support: tuple[tuple[str, str], ...]
    death: str = ""

    @classmethod
    def of(cls, person: Person, workers: Iterable[Allocation], notes: Iterable[ImportedNote]) -> "Banner":
        """The banner of a person, with their key worker and peer, and what nobody has confirmed with them yet."""
        return cls(
            preferred_name=person.preferred_name,
            name=person.name,
            recorded_name=person.recorded_name if person.has_other_recorded_name else "",
            born_on=person.born_on,
            age=person.age(today()),
            nhs_number=person.nhs_number,
            pronouns=person.pronouns,
            workers=workers_line(workers),
            support=tuple((note.said, source_of(note, person)) for note in notes),
            death=death_line(person.preferred_name, person.death) if person.death else "",
        )


def death_line(name: str, death: Death) -> str:
    """Amara died on 3 June 2026. We heard on 5 June 2026 from her sister."""
    died = f"{name} died on {long_date(death.died_on)}" if death.died_on else f"{name} has died"
    return f"{died}. We heard on {long_date(death.told_on)} from {death.told_by}."


def workers_line(workers: Iterable[Allocation]) -> str:
    """Key worker Priya Mistry · Peer Jo Brennan"""
    return " · ".join(f"{TITLES[worker.role]} {worker.account.name}" for worker in workers)


def source_of(note: ImportedNote, person: Person) -> str:
    """From caseload.csv, 3 March 2026: not yet confirmed with Amara"""
    on = long_date(in_london(note.created_at).date())
    return f"{note.source}, {on}: not yet confirmed with {person.preferred_name}"
