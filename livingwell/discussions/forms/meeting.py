"""A meeting, and who comes to it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from wtforms import ValidationError

from livingwell.core.clock import in_london, london_instant
from livingwell.core.text import LINE, SHORT
from livingwell.discussions.commands import (
    Guest,
    PlanMeeting,
)
from livingwell.discussions.forms.choosing import (
    WholeNumber,
    members_as_choices,
)
from livingwell.discussions.models import (
    Meeting,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    CheckboxesField,
    HiddenField,
    NHSDateField,
    SelectField,
    TextField,
)
from livingwell.web.forms import Form
from livingwell.web.times import TimeField

GUEST_NAME = 60  # three of these fit the 200 characters in which a guest is named


class MeetingForm(Form):
    """When and where the team meets, who chairs and whom it expects."""

    on = NHSDateField("Date", required="Enter the date of the meeting")
    starts = TimeField("Starts at", required="Enter the time it starts", description="For example, 10am or 14:30")
    ends = TimeField("Ends at", required="Enter the time it ends", description="For example, 11:30am")
    place = TextField("Place", max_length=SHORT)
    link = TextField("Link for joining by video", max_length=LINE)
    chair = SelectField("Chair", required="Choose who chairs")
    expected = CheckboxesField("Who we expect")
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        """Whom the form lets choose: everybody in the team."""
        people = members_as_choices(members)
        self.chair.offer([("", "Choose a person"), *people])
        self.expected.offer(people)

    def validate_link(self, field: Any) -> None:
        if field.data and not _leads_to_a_site(field.data):
            raise ValidationError("Link must begin with https:// and have no name or password in it")

    def validate_ends(self, field: Any) -> None:
        if field.data and self.starts.data and field.data <= self.starts.data:
            raise ValidationError("The meeting must end after it starts")

    def command(self, team_id: UUID) -> PlanMeeting:
        return PlanMeeting(
            team_id=team_id,
            starts_at=self._instant(self.starts),
            ends_at=self._instant(self.ends),
            chair_id=UUID(self.chair.data),
            expected_ids=tuple(UUID(each) for each in self.expected.data or ()),
            place=self.place.data or "",
            link=self.link.data or "",
        )

    def _instant(self, field: Any) -> datetime:
        return london_instant(self.on.data, field.data.hour, field.data.minute)


def _leads_to_a_site(link: str) -> bool:
    """Whether it is an address of the web. What stands before an @ in it would hide where it leads."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and "@" not in parts.netloc


def meeting_as_data(meeting: Meeting, expected_ids: Iterable[UUID]) -> dict[str, Any]:
    """What the form about a planned meeting begins with."""
    starts, ends = in_london(meeting.starts_at), in_london(meeting.ends_at)
    return {
        "on": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "place": meeting.place,
        "link": meeting.link,
        "chair": str(meeting.chair_id),
        "expected": [str(each) for each in expected_ids],
        "row_version": str(meeting.row_version),
    }


class GuestForm(Form):
    """Somebody at the meeting who has no account."""

    name = TextField("Name", required="Enter the guest’s name", max_length=GUEST_NAME)
    role = TextField("Role", max_length=GUEST_NAME)
    organisation = TextField("Organisation", max_length=GUEST_NAME)

    def command(self) -> Guest:
        return Guest(self.name.data, self.role.data or "", self.organisation.data or "")


def carer_prefix(person_id: UUID) -> str:
    """What the fields about this person's carer begin with, on a page with such a form for everybody."""
    return f"carer-{person_id}"


class CarerForm(Form):
    """A carer of the person is there."""

    carer = TextField("Carer’s name", required="Enter the carer’s name", max_length=GUEST_NAME)
