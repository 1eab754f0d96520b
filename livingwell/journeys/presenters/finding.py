"""What was found in the directory for one person."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from livingwell.core.dates import long_date
from livingwell.directory.models import Service
from livingwell.directory.words import KINDS
from livingwell.journeys.models.landings import Landings
from livingwell.journeys.models.needs import Match, Meets
from livingwell.journeys.presenters.landings import often_does_not_words
from livingwell.journeys.presenters.option_card import MatchLine, match_line


class FoundService(Protocol):
    """A service of a search, and how many miles away it is, where that is known."""

    @property
    def service(self) -> Service: ...

    @property
    def miles(self) -> float | None: ...


@dataclass(frozen=True)
class FoundLine:
    """One service. `is_there`: it is one of the options already; `is_fresh`: it may be one; `landed`: how it went."""

    id: UUID
    name: str
    about: str
    summary: str
    checked: str
    is_fresh: bool
    is_there: bool
    landed: str
    matches: tuple[MatchLine, ...]


def found_lines(
    rows: Iterable[FoundService],
    matches: Mapping[UUID, Sequence[Match]],
    landed: Mapping[UUID, Landings],
    there: Collection[UUID | None],
    is_fresh: Callable[[Service], bool],
) -> list[FoundLine]:
    """Each service that was found: what lacks something that the person needs last, what meets most of it first."""
    in_order = sorted(rows, key=lambda row: _lacks(matches.get(row.service.id, ())))
    return [
        FoundLine(
            id=row.service.id,
            name=row.service.name,
            about=_about(row),
            summary=row.service.summary,
            checked=_checked(row.service),
            is_fresh=is_fresh(row.service),
            is_there=row.service.id in there,
            landed=often_does_not_words(landed.get(row.service.id)),
            matches=tuple(match_line(each) for each in matches.get(row.service.id, ())),
        )
        for row in in_order
    ]


def _lacks(matches: Sequence[Match]) -> tuple[bool, int]:
    met = sum(each.meets is Meets.MET for each in matches)
    return any(each.meets is Meets.NOT_MET for each in matches), -met


def _about(row: FoundService) -> str:
    far = f"{row.miles:.1f} miles away" if row.miles is not None else ""
    return " · ".join(part for part in (KINDS[row.service.kind], row.service.address, far) if part)


def _checked(service: Service) -> str:
    return f"Checked {long_date(service.last_checked_on)}" if service.last_checked_on else "Nobody has checked it"
