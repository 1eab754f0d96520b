"""Clearing a text that nobody could file by itself."""

from collections.abc import Iterable
from uuid import UUID

from livingwell.core.text import LINE
from livingwell.people.models import Person
from livingwell.web.fields import SelectField, WordsField
from livingwell.web.forms import Form


class WhoseTextForm(Form):
    """Whose a text is, or how we know that it is from nobody we support."""

    person_id = SelectField("Whose is it?")
    why = WordsField(
        "Or: how do you know that it is from nobody we support?",
        description="Then it is set aside, and is on nobody’s record.",
        max_length=LINE,
        rows=2,
    )

    def offer(self, owners: Iterable[Person], others: Iterable[Person]) -> None:
        """Those with the number first, then everybody else whom the member reaches."""
        first = [(str(each.id), f"{each.name}, who has this number") for each in owners]
        rest = [(str(each.id), f"{each.name}, born {each.born_on:%d %m %Y}") for each in others]
        known = {value for value, _words in first}
        self.person_id.offer([("", "Choose a person"), *first, *(pair for pair in rest if pair[0] not in known)])

    def whose(self) -> UUID | None:
        return UUID(self.person_id.data) if self.person_id.data else None
