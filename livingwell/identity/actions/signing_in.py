"""Signing in by the staff page: an e-mail address and a password."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic, let_go
from livingwell.identity.actions.sessions import start_session
from livingwell.identity.actions.throttling import Throttle, count_try, forget_failures
from livingwell.identity.commands import Credentials
from livingwell.identity.models.password import hash_of_password, is_right, needs_new_hash
from livingwell.identity.queries.accounts import Known, account_by_id, known_by


def sign_in(given: Credentials, *, address: str, browser: str, throttle: Throttle) -> str | None:
    """The token of a new session; none when the two don't fit. Raises TooManyTries after too many of those.

    Takes the same steps whether or not there is such an account, so that neither answer nor time tells.
    """
    known = prove_password(given, address=address, throttle=throttle)
    if known is None or known.account_id is None:
        return None
    if known.password_hash and needs_new_hash(known.password_hash):
        _renew_hash(known.account_id, known.name, hash_of_password(given.password))
    return start_session(known.account_id, known.name, browser)


def prove_password(given: Credentials, *, address: str, throttle: Throttle) -> Known | None:
    """The account that the two belong to. Counted as a failure until it is proved, so that tries sent all at
    once are counted too. No lock is held while the password is hashed.
    """
    count_try(given.email, address, throttle)
    known = known_by(given.email)
    let_go()
    if not is_right(given.password, known.password_hash):
        return None
    forget_failures(given.email, throttle)
    return known


@atomic()
def _renew_hash(account_id: UUID, name: str, password_hash: str) -> None:
    account_by_id(account_id).password_hash = password_hash
    record("renew_password_hash", Actor(account_id, name))
