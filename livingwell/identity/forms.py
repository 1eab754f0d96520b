"""What is asked when signing in, and about accounts and teams."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wtforms import ValidationError

from livingwell.core.actor import Right
from livingwell.core.contact import is_email
from livingwell.identity.commands import AccountDetails, Credentials, Invitation, Place
from livingwell.identity.models import Account, Profession, Team
from livingwell.web.fields import EmailField, HiddenField, PasswordField, RadioField, SelectField, TextField, YesField
from livingwell.web.forms import Form

RIGHTS = (
    (Right.MEMBER.value, "Member: sees the team’s people, changes plans, takes part in and runs meetings"),
    (Right.TEAM_LEAD.value, "Team lead: also accepts referrals, imports caseloads and limits records"),
)
PROFESSIONS = [(profession.value, profession.label[0].upper() + profession.label[1:]) for profession in Profession]
EMAIL = 254
GOOD_PASSWORD = (
    "At least 12 characters. Three or four words that only you would put together work well. You can use any signs."
)


def shaped_like_email(_form: Form, field: Any) -> None:
    """Refuse what can't be an e-mail address."""
    if not is_email(field.data):
        raise ValidationError("E-mail address must be like name@example.nhs.uk")


class SignInForm(Form):
    """The two things that prove who somebody is."""

    email = EmailField(
        "E-mail address",
        required="Enter your e-mail address",
        max_length=EMAIL,
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField("Password", required="Enter your password", render_kw={"autocomplete": "current-password"})

    def command(self) -> Credentials:
        return Credentials(self.email.data, self.password.data)


class NewPasswordForm(Form):
    """A password to begin with. It can be shown while typing, so it is asked once."""

    password = PasswordField(
        "New password",
        required="Enter a new password",
        description=GOOD_PASSWORD,
        render_kw={"autocomplete": "new-password"},
    )


class ChangePasswordForm(NewPasswordForm):
    """Another password, by whoever knows the one before."""

    current_password = PasswordField(
        "Current password", required="Enter your current password", render_kw={"autocomplete": "current-password"}
    )


class AccountForm(Form):
    """What an administrator says about an account."""

    name = TextField("Name", required="Enter the name", description="As the team says it", max_length=100)
    email = EmailField(
        "E-mail address",
        required="Enter the e-mail address",
        description="They sign in with it. Nothing is sent to it",
        max_length=EMAIL,
        validators=[shaped_like_email],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    profession = SelectField(
        "Profession",
        required="Choose the profession",
        description="It gives no rights. Peer support workers fill the lived-experience place in discussions",
        choices=[("", "Choose a profession"), *PROFESSIONS],
    )
    is_account_administrator = YesField(
        "Account administrator: invites people, puts them in teams, and helps with forgotten passwords"
    )

    def version_read(self) -> int | None:
        """Which version of the account the page showed; none for a new one."""
        return None

    def details(self) -> AccountDetails:
        return AccountDetails(
            name=self.name.data,
            email=self.email.data,
            profession=Profession(self.profession.data),
            is_account_administrator=bool(self.is_account_administrator.data),
            row_version=self.version_read(),
        )


class EditAccountForm(AccountForm):
    """Other details for an account that there is."""

    row_version = HiddenField("Version")

    @classmethod
    def showing(cls, account: Account) -> "EditAccountForm":
        """The form with the account's details in it, until it is sent."""
        return cls(
            name=account.name,
            email=account.email,
            profession=account.profession and account.profession.value,
            is_account_administrator=account.is_account_administrator,
            row_version=str(account.row_version),
        )

    def version_read(self) -> int:
        """Zero, which no account has, for what our own page did not send."""
        sent = self.row_version.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() else 0


class InvitationForm(AccountForm):
    """A new account, and the team that it starts in."""

    team_id = SelectField("Team", description="You can put them in more teams later")
    right = RadioField(
        "What may they do in the team?",
        required="Choose what they may do in the team",
        choices=RIGHTS,
        default=Right.MEMBER.value,
    )

    def offer_teams(self, teams: Iterable[Team]) -> None:
        self.team_id.offer([("", "No team yet"), *((str(team.id), team.name) for team in teams)])

    def command(self) -> Invitation:
        place = Place(UUID(self.team_id.data), Right(self.right.data)) if self.team_id.data else None
        return Invitation(self.details(), place)


class PlaceForm(Form):
    """One more team for an account."""

    team_id = SelectField("Team", required="Choose a team")
    right = RadioField(
        "What may they do in the team?",
        required="Choose what they may do in the team",
        choices=RIGHTS,
        default=Right.MEMBER.value,
    )

    def offer_teams(self, teams: Iterable[Team]) -> None:
        self.team_id.offer([("", "Choose a team"), *((str(team.id), team.name) for team in teams)])

    def command(self) -> Place:
        return Place(UUID(self.team_id.data), Right(self.right.data))


class TeamForm(Form):
    """A team's name."""

    name = TextField("Name of the team", required="Enter the name of the team", max_length=100)
