"""The person's own number."""

from livingwell.core.clock import today
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField


class RatingForm(PersonForm):
    """How close the person says they are, from 0 to 10."""

    value = RadioField(
        "How close is {name} to this?",
        choices=[(str(number), str(number)) for number in range(11)],
        required="Choose a number from 0 to 10",
    )
    on = NHSDateField("When did {name} say so?", required="Enter a date", default=today, validators=[NotInFuture()])

    def number(self) -> int:
        return int(self.value.data)
