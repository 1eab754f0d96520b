"""What a form, a command or the feed hands to an action."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.directory.models import Feature, ServiceKind


@dataclass(frozen=True)
class ServiceDetails:
    """What an entry says, field by field as the model has it. `latitude` and `longitude` come both or neither."""

    name: str
    kind: ServiceKind
    summary: str = ""
    for_whom: str = ""
    cost: str = ""
    is_self_referral: bool = False
    is_by_referral: bool = False
    is_drop_in: bool = False
    how_to_join: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    opening_hours: str = ""
    waiting_time: str = ""


@dataclass(frozen=True)
class EditService:
    """What it says from now on, and the version that was read. None: whatever stands now."""

    details: ServiceDetails
    row_version: int | None = None


@dataclass(frozen=True)
class SayFeature:
    """One member's view: of a feature from the list, of what somebody said (`about_id`), or in words of their own."""

    is_so: bool
    feature: Feature | None = None
    about_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True)
class CourseDetails:
    """A course. `places_left`: None where nobody knows."""

    title: str
    starts_on: date
    summary: str = ""
    ends_on: date | None = None
    times: str = ""
    place: str = ""
    how_to_book: str = ""
    places_left: int | None = None


@dataclass(frozen=True)
class EditCourse:
    """The course as it is from now on, and the version that was read."""

    details: CourseDetails
    row_version: int | None = None
