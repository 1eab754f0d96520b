"""The GP practice, and what the person said to the summary."""

from typing import Any

from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LINE, SHORT
from livingwell.journeys.letter_commands import PracticeCommand, ShownCommand
from livingwell.journeys.models import GoneHow
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import (
    EmailField,
    NHSDateField,
    NotInFuture,
    RadioField,
    SelectField,
    TextField,
    WordsField,
    YesField,
)

HAS_SEEN, COULD_NOT = "seen", "could_not"
SEEN = [(HAS_SEEN, "{name} has seen it"), (COULD_NOT, "It could not be shown to {name}")]
PRINTED = [(GoneHow.POSTED.value, "Printed and posted"), (GoneHow.BY_HAND.value, "Printed and taken there")]


class PracticeForm(PersonForm):
    """The GP practice, and where it reads what is sent."""

    practice = TextField("Name of the practice", required="Enter the name of the practice", max_length=SHORT)
    email = EmailField(
        "E-mail address for letters about patients",
        description="Ask the practice which one. An address that ends in nhs.net is safe for what is in a letter.",
        max_length=LINE,
    )
    address = WordsField("Postal address", description="Each line as on an envelope.", max_length=LINE, rows=4)

    def command(self) -> PracticeCommand:
        return PracticeCommand(self.practice.data or "", self.email.data or "", self.address.data or "")


class SummaryForm(PersonForm):
    """Making the summary. Whether the safety plan is in it is the person's to say."""

    with_safety_plan = YesField("{name} agrees that the safety plan is in it")


class ShownForm(PersonForm):
    """Whether the person saw the summary before it goes."""

    seen = RadioField("Has {name} seen it?", choices=SEEN, required="Say whether they have seen it")
    how = SelectField("If so: how?", choices=HOW)
    why_not = WordsField("If not: why?", max_length=LINE, rows=2)
    shown_on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.seen.data == HAS_SEEN:
            return self.ask_for("how", "Choose how {name} saw it") and is_valid
        if self.seen.data == COULD_NOT:
            return self.ask_for("why_not", "Say why it could not be shown") and is_valid
        return is_valid

    def command(self) -> ShownCommand:
        has_seen = self.seen.data == HAS_SEEN
        how, why_not = HowSaid(self.how.data) if has_seen else None, "" if has_seen else self.why_not.data or ""
        return ShownCommand(how, why_not, self.shown_on.data or today())


class SendToGpForm(PersonForm):
    """Sending what was looked at: by e-mail, or as printed."""

    how = RadioField(
        "How does it go?",
        choices=[(GoneHow.EMAIL.value, "By e-mail"), *PRINTED],
        required="Choose how it goes",
    )

    def gone_how(self) -> GoneHow:
        return GoneHow(self.how.data)
