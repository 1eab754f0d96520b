"""Who a person is: for registering somebody, and for correcting what is on record."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

from wtforms import Field, ValidationError

from livingwell.core.clock import today
from livingwell.core.contact import is_email, is_phone
from livingwell.core.identifiers import is_nhs_number, nhs_number_digits
from livingwell.core.text import LINE
from livingwell.people.commands import Answer, Decision, Details, EditDetails, Referral, RegisterPerson
from livingwell.people.models import Person, ReferralSource
from livingwell.web.fields import (
    EmailField,
    HiddenField,
    NHSDateField,
    NotInFuture,
    SelectField,
    TelephoneField,
    TextField,
    WordsField,
    YesField,
)
from livingwell.web.forms import Form

OLDEST = 130
"""Years: no age is refused, but a year of birth before this is a slip of the keyboard."""


class DetailsForm(Form):
    """Preferred name first: it is what the person is called everywhere."""

    preferred_name = TextField(
        "Preferred name",
        required="Enter the name that they like to be called",
        description="What they like to be called, without the family name",
    )
    pronouns = TextField("Pronouns", description="As they say them, for example she/her. Leave empty if not asked yet")
    given_name = TextField("First name on record", description="Leave empty if it is the same as the preferred name")
    family_name = TextField("Family name", required="Enter the family name")
    born_on = NHSDateField(
        "Date of birth",
        required="Enter the date of birth",
        description="For example, 27 3 1985",
        validators=[NotInFuture()],
    )
    nhs_number = TextField("NHS number", description="10 digits, with or without spaces. Leave empty if they have none")
    mobile = TelephoneField("Phone number")
    email = EmailField("E-mail address")
    address = WordsField("Address", max_length=LINE)
    postcode = TextField("Postcode", max_length=20)
    gp_practice = TextField("GP practice")
    language = TextField("Language", description="The language that they like best, if it isn’t English")
    interpreter = TextField("Interpreter", description="For example, a Polish interpreter, or British Sign Language")

    def validate_born_on(self, field: Field) -> None:
        if field.data and field.data.year < today().year - OLDEST:
            raise ValidationError(f"Date of birth must be {today().year - OLDEST} or later")

    def validate_nhs_number(self, field: Field) -> None:
        if field.data and not is_nhs_number(field.data):
            raise ValidationError("NHS number must have 10 digits, the last of which fits the others. Check it again")

    def validate_mobile(self, field: Field) -> None:
        if field.data and not is_phone(field.data):
            raise ValidationError("Enter a phone number of a possible length, like 07700 900 982")

    def validate_email(self, field: Field) -> None:
        if field.data and not is_email(field.data):
            raise ValidationError("Enter an e-mail address in the right form, like name@example.com")

    def details(self, number_to_check: str = "") -> Details:
        """What was typed, with the number as ten digits."""
        return Details(
            preferred_name=self.preferred_name.data,
            given_name=self.given_name.data or self.preferred_name.data,
            family_name=self.family_name.data,
            born_on=self.born_on.data,
            pronouns=self.pronouns.data or "",
            nhs_number=nhs_number_digits(self.nhs_number.data) or None,
            nhs_number_to_check=number_to_check,
            mobile=self.mobile.data or "",
            email=self.email.data or "",
            address=self.address.data or "",
            postcode=self.postcode.data or "",
            gp_practice=self.gp_practice.data or "",
            language=self.language.data or "",
            interpreter=self.interpreter.data or "",
        )


class EditDetailsForm(DetailsForm):
    """Carries the version of the record that it was opened with."""

    is_number_checked = YesField("I have checked the NHS number: it is this person’s")
    row_version = HiddenField("Version")

    @classmethod
    def of(cls, person: Person) -> "EditDetailsForm":
        """Filled with what is on record."""
        on_record = {field.name: getattr(person, field.name) for field in fields(Details)}
        form: EditDetailsForm = cls(data=on_record | {"row_version": str(person.row_version)})
        if not person.nhs_number_to_check:
            del form.is_number_checked
        return form

    def command(self, person: Person) -> EditDetails:
        is_checked = "is_number_checked" in self and self.is_number_checked.data
        version = self.row_version.data or ""
        return EditDetails(
            details=self.details("" if is_checked else person.nhs_number_to_check),
            row_version=int(version) if version.isascii() and version.isdigit() else 0,
        )


class RegisterForm(DetailsForm):
    """The person, their referral, and, where they may be known, what to do about it."""

    team_id = SelectField("Referred to", required="Choose a team")
    referred_on = NHSDateField("Date of referral", required="Enter the date of referral", validators=[NotInFuture()])
    source = SelectField(
        "Who referred them",
        choices=[("", "Choose who"), *((source.value, source.value) for source in ReferralSource)],
        required="Choose who referred them",
    )
    source_name = TextField("Name of the person or service", max_length=150, description="If there is one to name")
    reason = WordsField("Why they were referred", description="In the words of whoever referred them")
    asked_about = HiddenField("Asked about")
    decision = HiddenField("Who it is")

    def offer_teams(self, teams: Iterable[Any]) -> None:
        """The teams that somebody can be referred to: those of whoever fills in the form."""
        offered = [(str(team.id), team.name) for team in teams]
        self.team_id.offer(offered if len(offered) == 1 else [("", "Choose a team"), *offered])

    def ask_about(self, matches: str) -> None:
        """Ask who it is. Whoever was asked about these matches before and chose nothing is told to."""
        if self.asked_about.data == matches:
            self.decision.errors = ["Choose who it is"]
        self.asked_about.data = matches

    def answer(self) -> Answer:
        """What was chosen; nothing, where it is no choice that we offer."""
        kind, _, person_id = (self.decision.data or "").partition("-")
        if kind == Decision.SAME and _is_id(person_id):
            return Answer(self.asked_about.data or "", Decision.SAME, UUID(person_id))
        chosen = [each for each in (Decision.ASK, Decision.SOMEBODY_ELSE) if each == self.decision.data]
        return Answer(self.asked_about.data or "", chosen[0] if chosen else None)

    def command(self) -> RegisterPerson:
        named = f": {self.source_name.data}" if self.source_name.data else ""
        referral = Referral(
            team_id=UUID(self.team_id.data),
            referred_on=self.referred_on.data,
            referred_by=f"{self.source.data}{named}",
            reason=self.reason.data or "",
        )
        return RegisterPerson(self.details(), referral)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
