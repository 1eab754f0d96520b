"""Was each adjustment met, this time?"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Met, ReasonableAdjustment
from livingwell.contacts.commands import CheckOf
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import RadioField, TextField

CHOICES = [(Met.MET.value, "Met"), (Met.NOT_MET.value, "Not met"), (Met.NOT_NEEDED.value, "Not needed this time")]


class CheckForm(PersonForm):
    """A choice for each adjustment, begun with “met”, and why where it was not."""

    adjustment_ids: Sequence[UUID] = ()

    def lines(self) -> list[tuple[Any, Any]]:
        """The choice and the why of each adjustment."""
        return [(self[_met(each)], self[_why(each)]) for each in self.adjustment_ids]

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        super().validate(*args, **kwargs)
        for met, why in self.lines():
            if met.data == Met.NOT_MET and not why.data and not why.errors:
                why.errors = ["Say why it was not met, so that it can be next time"]
        return not self.errors

    def exceptions(self) -> tuple[CheckOf, ...]:
        """The adjustments that were not simply met."""
        answers = [(each, self[_met(each)].data, self[_why(each)].data or "") for each in self.adjustment_ids]
        return tuple(CheckOf(each, Met(met), why) for each, met, why in answers if met != Met.MET)


def check_form(adjustments: Iterable[ReasonableAdjustment], name: str) -> CheckForm:
    """The form about these adjustments."""
    asked = {each.id: each.what for each in adjustments}
    fields: dict[str, Any] = {"adjustment_ids": tuple(asked)}
    for adjustment_id, what in asked.items():
        fields[_met(adjustment_id)] = RadioField(what, choices=CHOICES, default=Met.MET.value, required="Choose one")
        fields[_why(adjustment_id)] = TextField("Why was it not met?", max_length=LINE)
    made: CheckForm = type("ChecksOfOneContact", (CheckForm,), fields)(name=name)
    return made


def _met(adjustment_id: UUID) -> str:
    return f"met_{adjustment_id.hex}"


def _why(adjustment_id: UUID) -> str:
    return f"why_{adjustment_id.hex}"
