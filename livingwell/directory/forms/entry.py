"""The fields of an entry, and those of withdrawing it."""

import re
from typing import Any

from wtforms import Field, ValidationError

from livingwell.core.contact import is_email
from livingwell.core.text import LINE, LONG
from livingwell.directory.commands import EditService, ServiceDetails
from livingwell.directory.models import POSTCODE, Service, ServiceKind
from livingwell.directory.words import KINDS
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import CheckboxesField, EmailField, SelectField, TextField, WordsField

WAYS_IN = {
    "is_drop_in": "Drop in: people can just turn up",
    "is_self_referral": "People can refer themselves",
    "is_by_referral": "Somebody has to refer them",
}
_POSITION = re.compile(r"(-?\d{1,2}(?:\.\d{1,9})?)[,\s]+(-?\d{1,3}(?:\.\d{1,9})?)")


class EntryForm(VersionedForm):
    """A form about an entry: its labels say {name} where the service is meant."""


class ServiceForm(EntryForm):
    """What an entry says, in the order in which somebody reads it."""

    service_name = TextField("Name of the service", required="Enter the name of the service")
    kind = SelectField(
        "What kind of service it is",
        choices=[("", "Choose a kind"), *((kind.value, words) for kind, words in KINDS.items())],
        required="Choose what kind of service it is",
    )
    summary = WordsField(
        "What it is, in plain words",
        description="As you would tell a friend. What happens there, and what somebody gets out of it",
        max_length=LONG,
    )
    for_whom = TextField("For whom", description="For example, women over 50 in Salford", max_length=LINE)
    cost = TextField("What it costs", description="For example, free, or £2 for tea", max_length=LINE)
    ways_in = CheckboxesField("Ways in", choices=WAYS_IN.items())
    how_to_join = WordsField(
        "How to join", description="What somebody has to do first, and what happens then", max_length=LINE
    )
    waiting_time = TextField("Waiting time", description="For example, about 3 weeks", max_length=LINE)
    phone = TextField("Phone number")
    email = EmailField("E-mail address", max_length=LINE)
    website = TextField("Website", description="It begins with https://", max_length=LINE)
    address = WordsField("Address, without the postcode", max_length=LINE)
    postcode = TextField("Postcode", max_length=POSTCODE)
    position = TextField(
        "Place on the map",
        description="If you know it, as a map gives it: 53.4875, -2.2901. It is for distances",
    )
    opening_hours = WordsField("When it is open", max_length=LINE)

    @classmethod
    def of(cls, service: Service, position: str) -> "ServiceForm":
        """Filled with what the entry says."""
        ways = [name for name in WAYS_IN if getattr(service, name)]
        return cls(
            name=service.name, obj=service, data={"service_name": service.name, "ways_in": ways, "position": position}
        )

    def validate_email(self, field: Field) -> None:
        if field.data and not is_email(field.data):
            raise ValidationError("Enter an e-mail address in the right form, like name@example.com")

    def validate_website(self, field: Field) -> None:
        if field.data and not re.match(r"https?://[^\s/]", field.data):
            raise ValidationError("Enter the whole address of the website, with https:// at its beginning")

    def validate_position(self, field: Field) -> None:
        if field.data and not _POSITION.fullmatch(field.data):
            raise ValidationError("Enter the place as two numbers, like 53.4875, -2.2901")

    def details(self) -> ServiceDetails:
        """What was typed."""
        read, ways = _POSITION.fullmatch(self.position.data or ""), self.ways_in.data or []
        return ServiceDetails(
            **{name: self._typed(name) for name in _TEXTS},
            is_drop_in="is_drop_in" in ways,
            is_self_referral="is_self_referral" in ways,
            is_by_referral="is_by_referral" in ways,
            name=self.service_name.data,
            kind=ServiceKind(self.kind.data),
            latitude=float(read[1]) if read else None,
            longitude=float(read[2]) if read else None,
        )

    def command(self) -> EditService:
        return EditService(self.details(), self.version())

    def _typed(self, name: str) -> Any:
        return self[name].data or ""


_TEXTS = (
    "summary",
    "for_whom",
    "cost",
    "how_to_join",
    "waiting_time",
    "phone",
    "email",
    "website",
    "address",
    "postcode",
    "opening_hours",
)


class WithdrawForm(EntryForm):
    """Why it is no longer there."""

    reason = WordsField(
        "Why is {name} no longer there?",
        description="For example, they closed in May, or it is in the list twice. It stays on record",
        required="Say why it is no longer there",
        max_length=LINE,
    )
