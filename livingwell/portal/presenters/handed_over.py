"""What a receiver was sent, as they see it."""

from dataclasses import dataclass

from livingwell.core.clock import in_london
from livingwell.journeys.models import HandOverSending
from livingwell.journeys.wording.telling import sections_in
from livingwell.portal.dates import long_date


@dataclass(frozen=True)
class HandedOver:
    """Who asks, whom to call, until when, and the text in sections."""

    from_team: str
    call_us: str
    until: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, sending: HandOverSending) -> "HandedOver":
        until = long_date(in_london(sending.ends_at).date()) if sending.ends_at else ""
        return cls(sending.from_team, sending.call_us, until, sections_in(sending.text))
