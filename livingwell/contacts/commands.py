"""What the actions are told: frozen, complete, and without a row of the database. Forms make them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.adjustments.models import Met, Way
from livingwell.contacts.models import ContactKind, Outcome


@dataclass(frozen=True)
class Because:
    """Why a contact goes against what the person asked. An emergency needs no words.

    `is_urgent` is for a way that is fine when it is urgent; `reason` then says what is.
    """

    reason: str = ""
    is_urgent: bool = False
    is_emergency: bool = False


NO_REASON = Because()


@dataclass(frozen=True)
class LogContact:
    """A contact that has been. `at`: none is now. `made_by_id`: none is whoever logs it.

    An appointment that was never planned here is logged by `kind`, with when it was agreed.
    """

    way: Way
    outcome: Outcome
    at: datetime | None = None
    kind: ContactKind = ContactKind.ATTEMPT
    note: str = ""
    place: str = ""
    agreed_at: datetime | None = None
    made_by_id: UUID | None = None
    because: Because = NO_REASON


@dataclass(frozen=True)
class PlanAppointment:
    """An appointment to come. `agreed_at`: when the person was told of it; none is now."""

    way: Way
    at: datetime
    ends_at: datetime | None = None
    place: str = ""
    note: str = ""
    agreed_at: datetime | None = None
    made_by_id: UUID | None = None
    because: Because = NO_REASON


@dataclass(frozen=True)
class RecordOutcome:
    """What became of an appointment. `note`: none leaves what was noted before."""

    outcome: Outcome
    note: str | None = None
    because: Because = NO_REASON
    row_version: int | None = None


@dataclass(frozen=True)
class CheckOf:
    """An adjustment that was not met, and why, or was not needed this time."""

    adjustment_id: UUID
    met: Met
    why: str = ""
