"""What the forms hand over and the actions carry out."""

from dataclasses import dataclass
from uuid import UUID

from livingwell.core.actor import Right
from livingwell.identity.models import Profession


@dataclass(frozen=True)
class Credentials:
    """Who somebody says they are."""

    email: str
    password: str


@dataclass(frozen=True)
class AccountDetails:
    """What an administrator says about an account. `row_version`: the one that was read before changing it."""

    name: str
    email: str
    profession: Profession
    is_account_administrator: bool = False
    row_version: int | None = None


@dataclass(frozen=True)
class Place:
    """A team, and the right in it."""

    team_id: UUID
    right: Right = Right.MEMBER


@dataclass(frozen=True)
class Invitation:
    """A new account, with the place that it starts in if one was chosen."""

    details: AccountDetails
    place: Place | None = None
