"""What is asked about the accounts of those who are not staff."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Side
from livingwell.core.errors import NotFound
from livingwell.core.reading import ENGLISH
from livingwell.extensions import db
from livingwell.identity.models import (
    Account,
    CodePurpose,
    MayEnter,
    OneTimeCode,
    OwnAccess,
    OwnInvitation,
    OwnSignIn,
    OwnWay,
    ReadingSettings,
)
from livingwell.identity.queries.one_time_codes import code_half_way


def own_side_account(account_id: UUID | None) -> Account:
    """The account, if it is a person's or a carer's. Raises NotFound."""
    account = db.session.get(Account, account_id) if account_id else None
    if account is None or account.side is Side.TEAM:
        raise NotFound
    return account


def access_of_account(account_id: UUID) -> OwnAccess | None:
    """How the account was opened."""
    return db.session.scalar(select(OwnAccess).where(OwnAccess.account_id == account_id))


def sign_ins_of(account_ids: Iterable[UUID]) -> Sequence[OwnSignIn]:
    """The ways in that stand, the latest first. Until a new one is confirmed, an account may have two."""
    wanted = select(OwnSignIn).where(OwnSignIn.account_id.in_(list(account_ids)), OwnSignIn.ended_at.is_(None))
    return db.session.scalars(wanted.order_by(OwnSignIn.created_at.desc(), OwnSignIn.id)).all()


def sign_ins_at(address: str) -> Sequence[OwnSignIn]:
    """Every way in that stands with the address, of active accounts, the first opened first; with its account."""
    wanted = (
        select(OwnSignIn)
        .join(Account, OwnSignIn.account_id == Account.id)
        .where(OwnSignIn.address == address, OwnSignIn.ended_at.is_(None), Account.deactivated_at.is_(None))
        .options(joinedload(OwnSignIn.account))
        .order_by(Account.created_at, OwnSignIn.id)
    )
    return db.session.scalars(wanted).all()


def may_enter(code: OneTimeCode) -> list[MayEnter]:
    """Whose account it may be. A link or a text opens none whose owner chose a password instead, and the reverse."""
    if code.purpose is CodePurpose.PRINTED:
        return _printed_for(code)
    is_password = code.purpose is CodePurpose.PASSWORD
    return [_may_enter(each) for each in sign_ins_at(code.address) if (each.way is OwnWay.PASSWORD) is is_password]


def proved_accounts(code_id: UUID | None) -> list[MayEnter]:
    """The accounts that whoever has the code has proved to be theirs: one, or several to choose from."""
    code = code_half_way(code_id)
    return [each for each in may_enter(code) if str(each.account_id) in code.may_open] if code else []


def passwords_at(address: str) -> list[tuple[MayEnter, str | None]]:
    """The accounts with the address that have a password, and what is kept of it."""
    found = [each for each in sign_ins_at(address) if each.way is OwnWay.PASSWORD]
    return [(_may_enter(each), each.account.password_hash) for each in found]


def invitations_of(account_ids: Iterable[UUID]) -> Sequence[OwnInvitation]:
    """Every invitation that was sent, the latest first, with its message and who sent it."""
    wanted = (
        select(OwnInvitation)
        .where(OwnInvitation.account_id.in_(list(account_ids)))
        .options(joinedload(OwnInvitation.sent_by), joinedload(OwnInvitation.message))
        .order_by(OwnInvitation.created_at.desc())
    )
    return db.session.scalars(wanted).all()


def printed_codes_of(account_ids: Iterable[UUID]) -> Sequence[OneTimeCode]:
    """The printed codes that were made, the latest first, with who made each."""
    wanted = (
        select(OneTimeCode)
        .where(OneTimeCode.account_id.in_(list(account_ids)), OneTimeCode.purpose == CodePurpose.PRINTED)
        .options(joinedload(OneTimeCode.made_by))
        .order_by(OneTimeCode.created_at.desc())
    )
    return db.session.scalars(wanted).all()


def language_chosen(account_id: UUID) -> str:
    """The language in which the account's owner reads; English where they have not chosen."""
    chosen = select(ReadingSettings.language).where(ReadingSettings.account_id == account_id)
    return db.session.scalar(chosen) or ENGLISH


def _may_enter(sign_in: OwnSignIn) -> MayEnter:
    account = sign_in.account
    return MayEnter(account.id, account.name, account.side, sign_in.id, sign_in.is_confirmed, sign_in.needs_help)


def _printed_for(code: OneTimeCode) -> list[MayEnter]:
    account = db.session.get(Account, code.account_id)
    if account is None or not account.is_active:
        return []
    return [MayEnter(account.id, account.name, account.side, None, False, False)]
