"""What the demo asks of its own database."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, or_, select

from livingwell.core.actor import Side
from livingwell.core.errors import NotFound
from livingwell.demo.models import DemoMark
from livingwell.demo.stories.members import ADMINISTRATOR, MEMBERS
from livingwell.demo.stories.own_side import OWN_SIDES
from livingwell.extensions import db
from livingwell.identity.models import Account


@dataclass(frozen=True)
class AccountToTry:
    """One of the demo's accounts, on a sign-in page."""

    id: UUID
    side: Side
    title: str
    tells: str


def is_told() -> bool:
    """Whether this database is the demo's."""
    return db.session.scalar(select(DemoMark.id)) is not None


def has_accounts() -> bool:
    """Whether anybody has an account here."""
    return db.session.scalar(select(Account.id).limit(1)) is not None


def accounts_to_try() -> list[AccountToTry]:
    """Each account of the demo as the stories list them, the team's first; none in another database."""
    if not is_told():
        return []
    by_key = {_key(row): row for row in db.session.scalars(_OF_THE_STORIES)}
    return [AccountToTry(by_key[key].id, *told) for key, told in _TOLD.items() if key in by_key]


def account_to_try(account_id: UUID) -> Account:
    """One of them. Raises NotFound for any other account, and in any other database."""
    account = db.session.get(Account, account_id) if is_told() else None
    if account is None or _key(account) not in _TOLD or not account.is_active:
        raise NotFound
    return account


def _key(account: Account) -> str:
    """What the stories call an account: a member by e-mail address, anybody else by name."""
    return (account.email or "") if account.side is Side.TEAM else account.name


def _told_of_own_sides() -> Iterator[tuple[str, tuple[Side, str, str]]]:
    for story in OWN_SIDES:
        if story.way_in:
            yield story.person, (Side.PERSON, story.way_in.title, story.way_in.tells)
        for carer in story.carers:
            if carer.way_in:
                yield carer.details.name, (Side.CARER, carer.way_in.title, carer.way_in.tells)


_TOLD = {
    **{story.email: (Side.TEAM, story.name, story.tells) for story in (*MEMBERS, ADMINISTRATOR)},
    **dict(_told_of_own_sides()),
}
_OF_THE_STORIES = select(Account).where(
    or_(Account.email.in_(_TOLD), and_(Account.side != Side.TEAM, Account.name.in_(_TOLD))),
    Account.deactivated_at.is_(None),
)
