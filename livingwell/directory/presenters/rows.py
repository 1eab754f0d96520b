"""The lines of a search, and of what is due to be checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.core.dates import long_date
from livingwell.directory.freshness import is_fresh
from livingwell.directory.models import Feature, Service
from livingwell.directory.presenters.needs import Need, need
from livingwell.directory.words import KINDS

TOLD = 160
"""How much of the plain words a line shows; the entry shows all of them."""


@dataclass(frozen=True)
class Row:
    """One service in a list."""

    id: UUID
    name: str
    about: str
    told: str
    needs: tuple[Need, ...]
    warning: str


def rows_of(found: Iterable[Any], features: Sequence[Feature] = ()) -> list[Row]:
    """The lines of what was found, with each feature that was asked for."""
    return [
        row_of(each.service, each.miles, tuple(need(feature, each.opinions.get(feature)) for feature in features))
        for each in found
    ]


def row_of(service: Service, miles: float | None = None, needs: tuple[Need, ...] = ()) -> Row:
    """The line of one service."""
    return Row(
        id=service.id,
        name=service.name,
        about=" · ".join(part for part in (KINDS[service.kind], place_of(service), _in_miles(miles)) if part),
        told=beginning(service.summary),
        needs=needs,
        warning="" if is_fresh(service) else checked(service),
    )


def place_of(service: Service) -> str:
    """Where it is, as short as the data has it."""
    return service.postcode or service.address.partition("\n")[0]


def _in_miles(miles: float | None) -> str:
    if miles is None:
        return ""
    if miles < 0.1:
        return "less than 0.1 miles"
    return "1 mile" if round(miles, 1) == 1 else f"{miles:,.1f} miles"


def beginning(text: str) -> str:
    """The text, or its first words with a sign that there are more."""
    flat = " ".join(text.split())
    return flat if len(flat) <= TOLD else flat[:TOLD].rsplit(" ", 1)[0] + " …"


def checked(service: Service) -> str:
    """When somebody last made sure of it, and who."""
    if service.last_checked_on is None:
        return "Nobody has checked this yet"
    return f"Last checked on {long_date(service.last_checked_on)} by {service.last_checked_by}"
