"""What is asked about accounts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Actor, Side
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, OneTimeLink, fold_email, hash_of_token


@dataclass(frozen=True)
class Known:
    """What proves who somebody is, read without keeping a lock: nobody's where there is no such account."""

    account_id: UUID | None = None
    name: str = ""
    password_hash: str | None = None


def known_by(email: str) -> Known:
    """Of the active account with the address."""
    row = db.session.execute(
        select(Account.id, Account.name, Account.password_hash).where(
            Account.email == fold_email(email), Account.deactivated_at.is_(None)
        )
    ).first()
    return Known(*row) if row else Known()


def account_by_id(account_id: UUID) -> Account:
    """The account of a member of staff. Raises NotFound."""
    account = db.session.get(Account, account_id)
    if account is None or account.side is not Side.TEAM:
        raise NotFound
    return account


def own_account(actor: Actor) -> Account:
    """The account of whoever acts. Raises NotFound for an actor without one."""
    if actor.account_id is None:
        raise NotFound
    return account_by_id(actor.account_id)


def account_by_email(email: str) -> Account | None:
    """The account with the address, active or not."""
    return db.session.scalar(select(Account).where(Account.email == fold_email(email)))


def accounts_by_name() -> list[Account]:
    """Every account on the team's side, those switched off too."""
    return list(
        db.session.scalars(
            select(Account).where(Account.side == Side.TEAM).order_by(func.lower(Account.name), Account.email)
        )
    )


def current_memberships(account_id: UUID | None = None) -> list[Membership]:
    """The account's teams, or those of every account; each with its team."""
    query = select(Membership).where(Membership.left_on.is_(None)).options(joinedload(Membership.team))
    if account_id is not None:
        query = query.where(Membership.account_id == account_id)
    return sorted(db.session.scalars(query), key=lambda membership: membership.team.name.casefold())


def other_active_administrators(account_id: UUID) -> int:
    """How many active account administrators there are besides this one. Held still until the action ends."""
    others = select(Account.id).where(
        Account.is_account_administrator,
        Account.deactivated_at.is_(None),
        Account.password_hash.is_not(None),
        Account.id != account_id,
    )
    return len(db.session.scalars(others.with_for_update()).all())


def link_with(token: str) -> OneTimeLink | None:
    """The one-time link, with its account."""
    return db.session.scalar(
        select(OneTimeLink)
        .where(OneTimeLink.token_hash == hash_of_token(token))
        .options(joinedload(OneTimeLink.account))
    )


def unused_links(account_id: UUID) -> list[OneTimeLink]:
    """The account's links that could still be used."""
    return list(
        db.session.scalars(
            select(OneTimeLink).where(OneTimeLink.account_id == account_id, OneTimeLink.used_at.is_(None))
        )
    )
