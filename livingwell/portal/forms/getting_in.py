"""What is asked on the way in: one question on each page."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from livingwell.core.clock import today
from livingwell.core.contact import is_email, is_phone
from livingwell.identity.models.own_account import ADDRESS
from livingwell.identity.models.signing_in import HELPER
from livingwell.web.fields import NHSDateField, PasswordField, RadioField, TextField
from livingwell.web.forms import Form

NOT_AN_ADDRESS = _("Write an e-mail address like name@example.com, or a mobile number like 07700 900123")


def shaped_like_address(_form: Form, field: Any) -> None:
    """Refuse what is neither an e-mail address nor a number."""
    if not is_email(field.data) and not is_phone(field.data):
        raise ValidationError(str(NOT_AN_ADDRESS))


class AddressForm(Form):
    """Where we may write to."""

    address = TextField(
        _("Your e-mail address or mobile number"),
        required=_("Write your e-mail address or mobile number"),
        max_length=ADDRESS,
        validators=[shaped_like_address],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )


class PasswordSignInForm(AddressForm):
    """An address, and the password that goes with it."""

    password = PasswordField(
        _("Your password"), required=_("Write your password"), render_kw={"autocomplete": "current-password"}
    )


class CodeForm(Form):
    """The six digits of a text."""

    code = TextField(
        _("The code in the text"),
        required=_("Write the code"),
        max_length=40,
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )


class PaperForm(Form):
    """What stands on the paper that a member handed over."""

    code = TextField(
        _("The code on the paper"),
        required=_("Write the code"),
        description=_("It is 12 letters and numbers. You can leave out the lines between them."),
        max_length=60,
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
    )


class BirthDateForm(Form):
    """When they were born."""

    born_on = NHSDateField(_("Your date of birth"), required=_("Write your date of birth"))

    def validate_born_on(self, field: Any) -> None:
        """Refuse a day to come: it is no try, only a slip."""
        if field.data and field.data > today():
            raise ValidationError(gettext("Your date of birth must be in the past"))


class WhoseForm(Form):
    """Which of two pages to open."""

    account = RadioField(_("Which page do you want to open?"), required=_("Choose a page"))


class WayForm(Form):
    """How to sign in from now on."""

    way = RadioField(
        _("How do you want to sign in?"),
        required=_("Choose how you want to sign in"),
        choices=[
            ("link", _("A link by e-mail")),
            ("code", _("A code by text")),
            ("password", _("A password")),
        ],
    )


class NewPasswordForm(Form):
    """A password to begin with."""

    password = PasswordField(
        _("New password"),
        required=_("Write a new password"),
        description=_("Use 12 letters or more. Three or four words that only you would put together work well."),
        render_kw={"autocomplete": "new-password"},
    )


class FirstPasswordForm(NewPasswordForm):
    """The same, with what to sign in with, where we know neither address nor number."""

    address = AddressForm.address


class OtherPasswordForm(NewPasswordForm):
    """Another password, by whoever knows the one before."""

    current_password = PasswordField(
        _("Your password now"),
        required=_("Write the password that you have now"),
        render_kw={"autocomplete": "current-password"},
    )


class HelperForm(Form):
    """Who is helping today."""

    name = TextField(
        _("Their name"),
        required=_("Write the name of the person who is helping you"),
        max_length=HELPER,
        render_kw={"autocomplete": "off"},
    )
