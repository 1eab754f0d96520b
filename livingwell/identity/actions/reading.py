"""Keeping how somebody reads best with their account."""

from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import Forbidden
from livingwell.core.reading import Reading
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession, ReadingSettings, hash_of_token


@atomic()
def change_reading(reading: Reading, actor: Actor) -> ReadingSettings:
    """Keep it with the actor's own account, from now on. For the person's side and a carer's."""
    if actor.side is Side.TEAM or actor.account_id is None:
        raise Forbidden("The team’s pages have no reading settings.")
    kept = _kept(actor.account_id) or _begin(actor.account_id)
    kept.choose(reading)
    record("change_reading", actor)
    return kept


@atomic()
def bring_reading(token: str, reading: Reading) -> None:
    """Keep what was chosen before signing in, for whoever has just signed in with the token.

    What an account was told before stays: it may be somebody else's phone.
    """
    account = db.session.scalar(
        select(Account).join(LoginSession).where(LoginSession.token_hash == hash_of_token(token))
    )
    if account is not None and account.side is not Side.TEAM and _kept(account.id) is None:
        _begin(account.id).choose(reading)
        record("change_reading", Actor(account.id, account.name, side=account.side))


def _kept(account_id: UUID) -> ReadingSettings | None:
    return db.session.scalar(select(ReadingSettings).where(ReadingSettings.account_id == account_id))


def _begin(account_id: UUID) -> ReadingSettings:
    settings = ReadingSettings(account_id=account_id)
    db.session.add(settings)
    return settings
