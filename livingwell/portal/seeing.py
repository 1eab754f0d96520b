"""Who can see what of the person's record, told by each part of the portal for the page that lists them.

@sees
def carers_who_see(person: Person) -> Iterable[Sight]: …
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from livingwell.people.models import Person


@dataclass(frozen=True)
class Sight:
    """Somebody who sees something: who, what, why or until when, and where the person changes it, if they can.

    `names` are those of whom a team consists.
    """

    who: str
    what: str
    why: str = ""
    action: str = ""
    href: str = ""
    names: tuple[str, ...] = ()


Source = Callable[[Person], Iterable[Sight]]

_sources: list[Source] = []


def sees(source: Source) -> Source:
    """Have the page show whom the function finds."""
    _sources.append(source)
    return source


def who_sees(person: Person) -> list[Sight]:
    """Everybody whom the parts of the portal know of, in the order in which they were told."""
    return [each for source in _sources for each in source(person)]
