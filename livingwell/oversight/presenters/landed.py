"""How many landed, by place, as the team's page shows it: counts, because shares of so few tell nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from livingwell.journeys.models.landings import Landings


@dataclass(frozen=True)
class LandedRow:
    """One place. `note`: it often doesn't land."""

    name: str
    service_id: UUID | None
    landings: Landings
    note: str

    @classmethod
    def of(cls, name: str, service_id: UUID | None, landings: Landings) -> "LandedRow":
        note = "Often does not work: shown when it is next chosen" if landings.often_does_not else ""
        return cls(name, service_id, landings, note)


def total_of(rows: Iterable[LandedRow]) -> str:
    """How many answered in all, and of these how many said that it works."""
    found = [row.landings for row in rows]
    working, answered = sum(each.working for each in found), sum(each.answered for each in found)
    unanswered = sum(each.unanswered for each in found)
    said = f"{working} of {answered} said it is working" if answered else "Nobody has answered yet"
    return f"{said}. {unanswered} were asked and did not answer." if unanswered else f"{said}."
