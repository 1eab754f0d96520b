"""What is written to somebody so that they can sign in: nothing about health, and no name.

Anybody who picks the phone up may read it, so it says neither whose it is nor what the page is about.
"""

from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel import gettext as _

SIGN_IN = "/my/sign-in"
LINK = f"{SIGN_IN}/link"


@dataclass(frozen=True)
class Words:
    """An e-mail with its subject, or a text without."""

    text: str
    subject: str = ""


def code_by_text(code: str, language: str) -> Words:
    """The six digits."""
    with force_locale(language):
        return Words(
            _(
                "%(code)s is your code to sign in. It works once, for 15 minutes. "
                "If you did not ask for it, do nothing. Never tell it to anyone.",
                code=code,
            )
        )


def link_by_email(token: str, base: str, language: str) -> Words:
    """The link, on a line of its own."""
    with force_locale(language):
        words = _(
            "Press this link to sign in:\n\n%(link)s\n\nIt works once, for 60 minutes.\n\n"
            "If you did not ask for it, you can throw this e-mail away.\n",
            link=f"{base}{LINK}/{token}",
        )
        return Words(words, _("Your link to sign in"))


def invitation_by_text(base: str, language: str) -> Words:
    """Where to go, and what will be asked. The code comes when they ask for it."""
    with force_locale(language):
        return Words(
            _(
                "Your own page is ready. Go to %(address)s and type in this mobile number. "
                "We will text you a code. Then we ask for your date of birth.",
                address=f"{base}{SIGN_IN}",
            )
        )


def invitation_by_email(base: str, language: str) -> Words:
    """The same, by e-mail."""
    with force_locale(language):
        words = _(
            "Your own page is ready. To see it:\n\n1. Go to %(address)s\n2. Type in this e-mail address.\n"
            "3. We send you a link. Press it.\n4. Tell us your date of birth.\n\n"
            "You do not have to use it. You can always talk to us instead.\n",
            address=f"{base}{SIGN_IN}",
        )
        return Words(words, _("Your own page is ready"))
