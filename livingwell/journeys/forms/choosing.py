"""What the person would like most, and what they say to an option."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.journeys.commands import COULD_NOT_ASK, ChoiceCommand, OrderCommand
from livingwell.journeys.forms.voice import ToldForm
from livingwell.journeys.models import Choice, OnwardJourney
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, NumberField, RadioField, SelectField, WordsField

SAYS = [
    (Choice.CHOSEN.value, "Yes, {name} chooses this"),
    (Choice.NOT_NOW.value, "Not now"),
    (Choice.NO.value, "No"),
    (COULD_NOT_ASK, "We could not ask {name} yet"),
]


class ChoiceForm(VersionedForm):
    """What the person says to an option. Nothing is chosen beforehand: only the person chooses."""

    says = RadioField("What does {name} say?", choices=SAYS, required="Say what {name} said")
    on = NHSDateField("When?", required="Enter the day", default=today, validators=[NotInFuture()])
    how = SelectField("How did {name} say it?", choices=HOW)
    why = WordsField("Why, in {name}’s words", description="If {name} said why.", max_length=LINE, rows=2)

    def validate(self, extra_validators: object = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.says.data == COULD_NOT_ASK:
            return self.ask_for("why", "Say why you could not ask yet") and is_valid
        return self.ask_for("how", "Choose how {name} said it") and is_valid if self.says.data else is_valid

    def command(self) -> ChoiceCommand:
        is_persons = self.says.data != COULD_NOT_ASK
        return ChoiceCommand(
            said=Choice(self.says.data) if is_persons else Choice.NOT_NOW,
            on=self.on.data,
            seen=self.version(),
            how=HowSaid(self.how.data) if is_persons else None,
            why=self.why.data or "",
            is_persons=is_persons,
        )


@dataclass(frozen=True)
class Placed:
    """An option to give a number to."""

    id: UUID
    name: str


class Places:
    """A number for each option, made by `order_form`. Forms on either side take part in it."""

    options: Sequence[Placed] = ()

    def wanted(self) -> tuple[UUID, ...]:
        """The ids by the numbers given. Of two with one number, the one that was moved comes first."""
        keyed = [(self._key(place, each), each.id) for place, each in enumerate(self.options, 1)]
        return tuple(option_id for _key, option_id in sorted(keyed))

    def place_of(self, option_id: UUID) -> Any:
        return self[f"place-{option_id}"]  # type: ignore[index]

    def _key(self, place: int, option: Placed) -> tuple[int, bool, int]:
        wanted = self.place_of(option.id).data
        return (wanted, wanted == place, place)


class ToldOrder(Places, ToldForm, VersionedForm):
    """The order as a member is told it. `row_version` is the number of the order that the page showed."""

    def command(self) -> OrderCommand:
        return OrderCommand(self.wanted(), self.version(), self.told())


def order_form(kind: type[Places], journey: OnwardJourney, label: str, required: str, **values: Any) -> Any:
    """The form for the options of a journey, in the order in which they stand."""
    options = [Placed(option.id, option.name) for option in journey.options]
    asked: dict[str, Any] = {"options": options}
    for place, each in enumerate(options, 1):
        asked[f"place-{each.id}"] = NumberField(
            label, low=1, high=max(len(options), 99), required=required, default=place
        )
    return type("OrderOfThese", (kind,), asked)(data={"row_version": journey.order_number}, **values)
