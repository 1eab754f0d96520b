"""What this could mean in the person's life, as cards."""

from dataclasses import dataclass

from livingwell.careplans.models.snapshot import ConsequenceLine
from livingwell.core.dates import long_date, short_date


@dataclass(frozen=True)
class ConsequenceCard:
    """One consequence. `decided` is in the person's words."""

    id: str
    area: str
    what: str
    source: str
    is_open: bool
    decided: str


def consequence_card(line: ConsequenceLine) -> ConsequenceCard:
    """Raised by Jo Brennan, 2 June. Talked through with Priya Mistry on 4 June 2026."""
    source = f"Raised by {line.raised_by}, {short_date(line.raised_on)}."
    if line.talked_through_on:
        source += f" Talked through with {line.talked_through_by} on {long_date(line.talked_through_on)}."
    return ConsequenceCard(line.id, line.area.capitalize(), line.what, source, not line.talked_through_on, line.decided)
