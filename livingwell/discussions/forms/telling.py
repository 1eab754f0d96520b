"""What we'll tell the person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.core.text import LONG, SHORT
from livingwell.discussions.commands import (
    WriteTelling,
)
from livingwell.discussions.forms.choosing import (
    WholeNumber,
    names_as_choices,
    version_of,
)
from livingwell.discussions.models import (
    Telling,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    HiddenField,
    NHSDateField,
    SelectField,
    TextField,
    WordsField,
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
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        self.teller.offer([("", "Choose a person"), *names_as_choices(members)])

    def command(self) -> WriteTelling:
        return WriteTelling(
            self.text.data, UUID(self.teller.data), self.how.data, self.by.data, version_of(self.row_version)
        )


def telling_as_data(telling: Telling) -> dict[str, Any]:
    """What the form begins with once somebody has written what we'll tell."""
    return {
        "text": telling.text,
        "teller": str(telling.teller_id),
        "how": telling.how,
        "by": telling.by_on,
        "row_version": str(telling.row_version),
    }
