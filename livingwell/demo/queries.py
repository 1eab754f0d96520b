"""What the demo asks of its own database."""

from uuid import UUID

from sqlalchemy import select

from livingwell.core.errors import NotFound
from livingwell.demo.models import DemoMark
from livingwell.demo.stories.members import ADMINISTRATOR, MEMBERS
from livingwell.extensions import db
from livingwell.identity.models import Account

_TELLS = {story.email: story.tells for story in (*MEMBERS, ADMINISTRATOR)}


def is_told() -> bool:
    """Whether this database is the demo's."""
    return db.session.scalar(select(DemoMark.id)) is not None


def has_accounts() -> bool:
    """Whether anybody has an account here."""
    return db.session.scalar(select(Account.id).limit(1)) is not None


def accounts_to_try() -> list[tuple[UUID, str, str]]:
    """Id, name and what is told of each account of the demo, as the stories list them; none in another database."""
    if not is_told():
        return []
    rows = db.session.scalars(select(Account).where(Account.email.in_(_TELLS), Account.deactivated_at.is_(None)))
    by_email = {row.email: row for row in rows}
    return [(by_email[email].id, by_email[email].name, tells) for email, tells in _TELLS.items() if email in by_email]


def account_to_try(account_id: UUID) -> Account:
    """One of them. Raises NotFound for any other account, and in any other database."""
    account = db.session.get(Account, account_id) if is_told() else None
    if account is None or account.email not in _TELLS or not account.is_active:
        raise NotFound
    return account
