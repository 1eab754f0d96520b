"""A carer with all that stands about them, as it was read: no table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from livingwell.carers.models.carer import Carer, CarerEvent, CarerEventKind
from livingwell.carers.models.offer import CarerOffer
from livingwell.carers.models.sharing import Sharing, SharingAgreement
from livingwell.people.models import Topic


@dataclass(frozen=True)
class Around:
    """A carer with what stands: agreements, what the person asked, offers. All rows, the earliest first."""

    carer: Carer
    agreements: Sequence[SharingAgreement] = ()
    events: Sequence[CarerEvent] = ()
    offers: Sequence[CarerOffer] = ()
    sharing: Mapping[Topic, Sharing] = field(default_factory=dict)

    @property
    def do_not_contact(self) -> CarerEvent | None:
        """That the person asked us not to be in touch with them, while it stands."""
        return self._standing(CarerEventKind.DO_NOT_CONTACT, CarerEventKind.MAY_CONTACT)

    @property
    def stopped(self) -> CarerEvent | None:
        """That they no longer help, while it stands."""
        return self._standing(CarerEventKind.STOPPED_HELPING, CarerEventKind.HELPS_AGAIN)

    def _standing(self, kind: CarerEventKind, against: CarerEventKind) -> CarerEvent | None:
        latest = next((each for each in reversed(self.events) if each.kind in (kind, against)), None)
        return latest if latest is not None and latest.kind is kind else None
