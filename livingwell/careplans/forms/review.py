"""When the plan is looked at again, and what was recorded in error."""

from collections.abc import Iterable
from uuid import UUID

from livingwell.core.text import LINE
from livingwell.identity.models import Account
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInPast, SelectField, WordsField


class ReviewForm(PersonForm):
    """The next review, and who sees to it."""

    review_on = NHSDateField(
        "When is the plan looked at again with {name}?", required="Enter a date", validators=[NotInPast()]
    )
    reviewer_id = SelectField("Who sees to it?", choices=[("", "Choose a member")], required="Choose a member")

    def offer_members(self, members: Iterable[Account]) -> None:
        """The team's members, to choose from."""
        self.reviewer_id.offer([("", "Choose a member"), *((str(each.id), each.name) for each in members)])

    def reviewer(self) -> UUID:
        return UUID(self.reviewer_id.data)


class StrikeForm(PersonForm):
    """Why something was recorded in error."""

    reason = WordsField(
        "Why was this recorded in error?",
        description="It leaves the page and stays in the history, with this reason.",
        required="Say why this was recorded in error",
        max_length=LINE,
        rows=2,
    )
