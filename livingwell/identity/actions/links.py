"""One-time links: a new account's first password, or another one for somebody who forgot theirs."""

import secrets
from datetime import timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.actions.sessions import end_sessions
from livingwell.identity.models import LINK_IS_OVER, Account, LinkPurpose, OneTimeLink, hash_of_token
from livingwell.identity.policy import require_manages_accounts
from livingwell.identity.queries.accounts import account_by_id, link_with, unused_links


@atomic()
def make_link(account_id: UUID, lasting: timedelta, actor: Actor) -> str:
    """A link's token, to be shown once: only its hash is kept. Links made before open nothing any more."""
    require_manages_accounts(actor)
    account = account_by_id(account_id)
    if not account.is_active:
        raise Conflict("This account is switched off. Switch it on first.")
    for link in unused_links(account.id):
        link.withdraw()
    token = secrets.token_urlsafe(32)
    db.session.add(
        OneTimeLink(
            token_hash=hash_of_token(token),
            account_id=account.id,
            purpose=LinkPurpose.INVITATION if account.is_invited else LinkPurpose.NEW_PASSWORD,
            expires_at=now() + lasting,
        )
    )
    record("make_one_time_link", actor)
    return token


@atomic()
def use_link(token: str, password: str) -> Account:
    """Set the password of the link's account, and sign it out everywhere. Works once.

    Raises Conflict for a link that can't be used, Invalid for a password that is not good enough.
    """
    link = link_with(token)
    if link is None:
        raise Conflict(LINK_IS_OVER)
    link.use()
    link.account.choose_password(password)
    end_sessions(link.account_id)
    record("use_one_time_link", Actor(link.account_id, link.account.name))
    return link.account
