"""Accounts: made, invited, changed, switched off and on."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.contact import is_email
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import SHORT, clean, has_unprintable
from livingwell.extensions import db
from livingwell.identity.actions.sessions import end_sessions
from livingwell.identity.actions.teams import join, tell_members_changed
from livingwell.identity.commands import AccountDetails, Invitation
from livingwell.identity.models import Account, Profession, fold_email
from livingwell.identity.policy import require_manages_accounts
from livingwell.identity.queries.accounts import (
    account_by_email,
    account_by_id,
    other_active_administrators,
    unused_links,
)
from livingwell.identity.queries.teams import team_by_id, team_ids_of


@atomic()
def create_administrator(name: str, email: str, password: str, actor: Actor) -> Account:
    """The account administrator that an installation begins with, made from the command line.

    Raises Invalid for a name, an address or a password that can't be used.
    """
    if not clean(name) or len(name) > SHORT or has_unprintable(name):
        raise Invalid({"name": "Enter a name"})
    if not is_email(clean(email)):
        raise Invalid({"email": "E-mail address must be like name@example.nhs.uk"})
    details = AccountDetails(clean(name), email, Profession.ADMINISTRATOR, is_account_administrator=True)
    account = _new_account(details)
    account.choose_password(password)
    record("create_administrator", actor)
    return account


@atomic()
def invite(invitation: Invitation, actor: Actor) -> Account:
    """An account without a password, in its first team. Make it a one-time link next."""
    require_manages_accounts(actor)
    account = _new_account(invitation.details)
    if invitation.place is not None:
        join(account, team_by_id(invitation.place.team_id), invitation.place.right)
    record("invite", actor)
    tell_members_changed(team_ids_of(account.id), actor)
    return account


@atomic()
def change_account(account_id: UUID, details: AccountDetails, actor: Actor) -> Account:
    """Keep other details from now on. Raises Stale where somebody else saved first."""
    require_manages_accounts(actor)
    account = account_by_id(account_id)
    standing = {"name": account.name, "email": account.email or "", "profession": account.calling}
    account.require_version(details.row_version, standing)
    _require_free(details.email, account)
    if account.is_account_administrator and not details.is_account_administrator:
        _require_another_administrator(account)
    _describe(account, details)
    record("change_account", actor)
    return account


@atomic()
def deactivate(account_id: UUID, actor: Actor) -> Account:
    """Switch an account off: it is signed out everywhere, and its links open nothing."""
    require_manages_accounts(actor)
    account = account_by_id(account_id)
    if account.is_account_administrator:
        _require_another_administrator(account)
    account.deactivate()
    end_sessions(account.id)
    for link in unused_links(account.id):
        link.withdraw()
    record("deactivate_account", actor)
    tell_members_changed(team_ids_of(account.id), actor)
    return account


@atomic()
def reactivate(account_id: UUID, actor: Actor) -> Account:
    """Switch an account on again, with the password and the teams that it had."""
    require_manages_accounts(actor)
    account = account_by_id(account_id)
    account.reactivate()
    record("reactivate_account", actor)
    tell_members_changed(team_ids_of(account.id), actor)
    return account


def _new_account(details: AccountDetails) -> Account:
    _require_free(details.email)
    account = Account()
    _describe(account, details)
    db.session.add(account)
    db.session.flush()
    return account


def _describe(account: Account, details: AccountDetails) -> None:
    account.name = details.name
    account.email = fold_email(details.email)
    account.profession = details.profession
    account.is_account_administrator = details.is_account_administrator


def _require_free(email: str, own: Account | None = None) -> None:
    known = account_by_email(email)
    if known is not None and known is not own:
        raise Invalid({"email": "There is already an account with this e-mail address"})


def _require_another_administrator(account: Account) -> None:
    """Somebody must be able to let people in."""
    if account.is_active and not other_active_administrators(account.id):
        raise Conflict("This is the only account administrator. Make somebody else one first.")
