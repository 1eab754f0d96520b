"""Where the papers of an ending stand, as they were read: no table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from livingwell.carers.models import Around
from livingwell.contacts.models import Letter
from livingwell.core.clock import in_london
from livingwell.delivery.models import Delivery, DeliveryState
from livingwell.journeys.models.closing_letter import CarerTold, CarerToldKind, ClosingPaper, Paper, PaperWish
from livingwell.people.models import Topic

CAME_BACK = frozenset(
    {DeliveryState.REFUSED, DeliveryState.STOPPED, DeliveryState.CANCELLED, DeliveryState.KEPT, DeliveryState.UNSURE}
)
"""A message that stands so has not reached anybody, as far as we know."""


@dataclass(frozen=True)
class PaperStanding:
    """One paper: as it was made, what the person wishes, and whether it went. `letter` is the letter it is about."""

    paper: Paper
    made: ClosingPaper | None = None
    letter: Letter | None = None
    delivery: Delivery | None = None
    wish: PaperWish | None = None

    @property
    def is_not_wanted(self) -> bool:
        """Whether the person asked us to leave it."""
        return self.wish is not None and not self.wish.is_wanted

    @property
    def is_made(self) -> bool:
        return self.made is not None

    @property
    def gone_on(self) -> date | None:
        """The day on which it went, also where it came back."""
        if self.paper is Paper.LETTER:
            sent = self.letter.sending if self.letter else None
            return in_london(sent.created_at).date() if sent else None
        return self.made.sending.gone_on if self.made and self.made.sending else None

    @property
    def has_come_back(self) -> bool:
        """Whether it was sent, and did not arrive, was stopped, or we don't know."""
        return self.delivery is not None and self.delivery.state in CAME_BACK

    @property
    def is_gone(self) -> bool:
        return self.gone_on is not None and not self.has_come_back

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing left to do about it: it went, or the person doesn't want it."""
        return self.is_gone or self.is_not_wanted


Papers = Mapping[Paper, PaperStanding]
"""All three, each as it stands."""


@dataclass(frozen=True)
class CarerStanding:
    """A carer who may know something of the record today, and whether they were told that support ends."""

    around: Around
    may_know: tuple[Topic, ...]
    told: CarerTold | None = None

    @property
    def is_settled(self) -> bool:
        """Whether they were told, or the person doesn't want it."""
        return self.told is not None and self.told.kind is not CarerToldKind.COULD_NOT
