"""A place on the agenda, and the person's own line."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.core.text import LINE, SHORT
from livingwell.discussions.commands import (
    Place,
)
from livingwell.discussions.forms.choosing import (
    WholeNumber,
    members_as_choices,
    version_of,
)
from livingwell.discussions.models import (
    DEFAULT_MINUTES,
    LONGEST_MINUTES,
    CaseDiscussion,
    Reason,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    HiddenField,
    NumberField,
    SelectField,
    TextField,
    YesField,
)
from livingwell.web.forms import Form

REASONS = {
    Reason.NEW: "New",
    Reason.REVIEW: "Review",
    Reason.STUCK: "Stuck",
    Reason.WORRY: "Worry",
    Reason.TURN_AWAY: "Referral to turn away",
    Reason.OTHER: "Other",
}


class PlaceForm(Form):
    """A person's place on the agenda."""

    reason = SelectField(
        "Reason", choices=[(each.value, words) for each, words in REASONS.items()], required="Choose a reason"
    )
    reason_words = TextField("More about the reason", max_length=LINE)
    question = TextField(
        "The question we want answered", max_length=LINE, description="One question, as you would put it to the person"
    )
    minutes = NumberField("Minutes", low=1, high=LONGEST_MINUTES, required="Enter how many minutes it needs")
    brought_by = SelectField("Who brings it", required="Choose who brings it")
    is_person_told = YesField(
        "They know that we will talk about them",
        description="Then they see the meeting and the question on their own pages",
    )
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        self.brought_by.offer(members_as_choices(members))

    def command(self) -> Place:
        return Place(
            reason=Reason(self.reason.data),
            brought_by_id=UUID(self.brought_by.data),
            minutes=self.minutes.data or DEFAULT_MINUTES,
            question=self.question.data or "",
            reason_words=self.reason_words.data or "",
            is_person_told=self.is_person_told.data,
            row_version=version_of(self.row_version),
        )


def place_as_data(discussion: CaseDiscussion) -> dict[str, Any]:
    """What the form about a place on the agenda begins with."""
    return {
        "reason": discussion.reason.value,
        "reason_words": discussion.reason_words,
        "question": discussion.question,
        "minutes": discussion.minutes,
        "brought_by": str(discussion.brought_by_id),
        "is_person_told": discussion.is_person_told,
        "row_version": str(discussion.row_version),
    }


class FindForm(Form):
    """Part of a name."""

    term = TextField("Find somebody to add", required="Enter the beginning of a name", max_length=SHORT)


class RequestForm(Form):
    """Somebody asks that the team talk about a person."""

    asked_by = TextField("Who asks", required="Say who asks", max_length=SHORT)
    words = TextField("What they want the team to talk about", required="Write what they ask", max_length=LINE)
