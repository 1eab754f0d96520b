"""What we'll tell the person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.core.text import LONG, SHORT
from livingwell.discussions.commands import AnswerTelling, WriteTelling
from livingwell.discussions.forms.choosing import (
    WholeNumber,
    names_as_choices,
    version_of,
)
from livingwell.discussions.models import IsItRight, Telling
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    HiddenField,
    NHSDateField,
    RadioField,
    SelectField,
    TextField,
    WordsField,
    YesField,
)
from livingwell.web.forms import Form


class TellingForm(Form):
    """What we'll tell the person."""

    text = WordsField(
        "In plain words, as they will read it", required="Write what we’ll tell them", max_length=LONG, rows=11
    )
    teller = SelectField("Who tells them", required="Choose who tells them")
    how = TextField("How", required="Say how they will be told", max_length=SHORT)
    by = NHSDateField("By when", required="Enter a date")
    may_read_first = YesField(
        "They may read it on their own pages before that",
        description="Not for news that somebody should be with them for",
    )
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        self.teller.offer([("", "Choose a person"), *names_as_choices(members)])

    def command(self) -> WriteTelling:
        return WriteTelling(
            self.text.data,
            UUID(self.teller.data),
            self.how.data,
            self.by.data,
            version_of(self.row_version),
            self.may_read_first.data,
        )


class TellingAnswerForm(Form):
    """What the person says to what we told them, as a member writes it down."""

    answer = RadioField(
        "Is it right?",
        choices=[(IsItRight.YES.value, "Yes, it is right"), (IsItRight.NOT_QUITE.value, "Not quite")],
        required="Choose yes or not quite",
    )
    words = WordsField("What they say, in their words", max_length=LONG, rows=3)
    told_how = TextField(
        "How they said it",
        required="Say how they told you",
        max_length=SHORT,
        description="For example, told us by phone on 3 May",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Asked here, because the box may stay empty where it is right."""
        is_fine = bool(super().validate(extra_validators))
        if self.answer.data == IsItRight.NOT_QUITE and not self.words.data:
            self.words.errors = [*self.words.errors, "Write what is not right, in their words"]
            return False
        return is_fine

    def command(self) -> AnswerTelling:
        return AnswerTelling(IsItRight(self.answer.data), self.words.data or "", self.told_how.data)


def telling_as_data(telling: Telling, *, may_read_first: bool) -> dict[str, Any]:
    """What the form begins with once somebody has written what we'll tell."""
    return {
        "text": telling.text,
        "teller": str(telling.teller_id),
        "how": telling.how,
        "by": telling.by_on,
        "may_read_first": may_read_first,
        "row_version": str(telling.row_version),
    }
