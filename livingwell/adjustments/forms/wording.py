"""What adjustments mean in practice, why they matter, and in which order they stand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from livingwell.adjustments.commands import Told, Wording
from livingwell.adjustments.forms.adding import ALL_WAYS_TO_KNOW
from livingwell.adjustments.labels import DISCLOSURES
from livingwell.adjustments.models import Disclosure, HowWeKnow, ReasonableAdjustment
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm, VersionedForm, VersionField
from livingwell.web.fields import NumberField, RadioField, SelectField, TextField, WordsField

IN_PRACTICE = "What it means in practice"
WHY = "Why it matters, in {name}’s words"


class WordingForm(PersonForm):
    """The same three questions about each of several adjustments. Made by `wording_form`."""

    adjustments: Sequence[ReasonableAdjustment] = ()

    def command(self) -> tuple[Wording, ...]:
        return tuple(self._wording(each.id) for each in self.adjustments)

    def fields_of(self, adjustment_id: UUID) -> dict[str, Any]:
        """The fields about one of them, by what they ask."""
        return {what: self[f"{what}-{adjustment_id}"] for what in ("in_practice", "why", "how", "version")}

    def _wording(self, adjustment_id: UUID) -> Wording:
        asked = {what: field.data or "" for what, field in self.fields_of(adjustment_id).items()}
        version = asked["version"]
        return Wording(
            adjustment_id,
            asked["in_practice"],
            asked["why"],
            HowWeKnow(asked["how"]),
            int(version) if version.isascii() and version.isdigit() else 0,
        )


def wording_form(adjustments: Sequence[ReasonableAdjustment], name: str) -> WordingForm:
    """The form for these adjustments, filled with what they say now."""
    asked: dict[str, Any] = {"adjustments": adjustments}
    for each in adjustments:
        asked |= {
            f"in_practice-{each.id}": TextField(IN_PRACTICE, max_length=LINE, default=each.in_practice),
            f"why-{each.id}": WordsField(WHY, max_length=LONG, rows=2, default=each.why_it_matters),
            f"how-{each.id}": SelectField(
                "How we know", choices=ALL_WAYS_TO_KNOW, required="Say how we know", default=each.how_we_know.value
            ),
            f"version-{each.id}": VersionField("Version", default=each.row_version),
        }
    return type("WordingFormOfThese", (WordingForm,), asked)(name=name)  # type: ignore[no-any-return]


class EditForm(VersionedForm):
    """The same about one adjustment that is there already."""

    in_practice = TextField(IN_PRACTICE, max_length=LINE)
    why_it_matters = WordsField(WHY, max_length=LONG, rows=3)
    how_we_know = SelectField("How we know", choices=ALL_WAYS_TO_KNOW, required="Say how we know")

    def command(self, adjustment_id: UUID) -> Wording:
        return Wording(
            adjustment_id,
            self.in_practice.data or "",
            self.why_it_matters.data or "",
            HowWeKnow(self.how_we_know.data),
            self.version(),
        )


class DisclosureForm(VersionedForm):
    """An impairment or a diagnosis, if the person wants to say. No adjustment waits for it."""

    disclosure = RadioField(
        "Did {name} say anything about an impairment or a diagnosis?",
        choices=[(each.value, label) for each, label in DISCLOSURES.items()],
        required="Choose one",
    )
    impairment = TextField("Impairment, in {name}’s words", max_length=LINE)
    diagnosis = TextField("Diagnosis", max_length=LINE)

    def command(self) -> Told:
        return Told(
            Disclosure(self.disclosure.data), self.impairment.data or "", self.diagnosis.data or "", self.version()
        )


class OrderForm(PersonForm):
    """A number for each adjustment. Made by `order_form`; `read` is the order that the page showed."""

    adjustments: Sequence[ReasonableAdjustment] = ()
    read = TextField("Order")

    def wanted(self) -> list[UUID]:
        """The ids by the numbers given. Of two with one number, the one that was moved comes first."""
        places = enumerate(self.adjustments, 1)
        return [each.id for _key, each in sorted((self._key(place, each), each) for place, each in places)]

    def was_read(self) -> list[UUID]:
        """The order that the page showed; none where what was sent is no list of ids."""
        try:
            return [UUID(each) for each in (self.read.data or "").split()]
        except ValueError:
            return []

    def place_of(self, adjustment_id: UUID) -> Any:
        return self[f"place-{adjustment_id}"]

    def _key(self, place: int, adjustment: ReasonableAdjustment) -> tuple[int, bool, int]:
        wanted = self.place_of(adjustment.id).data
        return (wanted, wanted == place, place)


def order_form(adjustments: Sequence[ReasonableAdjustment], name: str) -> OrderForm:
    """The form for these adjustments, in the order in which they stand."""
    asked: dict[str, Any] = {"adjustments": adjustments}
    for place, each in enumerate(adjustments, 1):
        asked[f"place-{each.id}"] = NumberField(
            "Place", low=1, high=max(len(adjustments), 99), required="Enter a number", default=place
        )
    return type("OrderFormOfThese", (OrderForm,), asked)(name=name)  # type: ignore[no-any-return]
