"""What several forms choose from: members of the team, and the version that a form was made from."""

from collections.abc import Iterable
from typing import Any

from wtforms import ValidationError

from livingwell.discussions.models import (
    Doer,
)
from livingwell.identity.models import Membership
from livingwell.web.forms import Form

Pairs = list[tuple[str, str]]

THEMSELF = Doer.PERSON.value
SOMEBODY_ELSE = Doer.OTHER.value


class WholeNumber:
    """Refuses a hidden version that our page did not write."""

    def __call__(self, form: Form, field: Any) -> None:
        if field.data and not (field.data.isdecimal() and len(field.data) < 10):
            raise ValidationError("Open the page again: this form has lost its place")


def version_of(field: Any) -> int | None:
    """The version that the form was made from."""
    return int(field.data) if field.data else None


def members_as_choices(members: Iterable[Membership]) -> Pairs:
    """Members by name, with their profession."""
    return [(str(each.account_id), f"{each.account.name}, {each.account.calling}") for each in members]


def names_as_choices(members: Iterable[Membership]) -> Pairs:
    """Members by name alone."""
    return [(str(each.account_id), each.account.name) for each in members]
