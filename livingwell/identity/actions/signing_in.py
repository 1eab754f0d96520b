"""Signing in, and what slows down somebody who guesses."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, or_

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic, let_go
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.actions.sessions import start_session
from livingwell.identity.commands import Credentials
from livingwell.identity.models import SignInAttempt, fold_email
from livingwell.identity.models.password import hash_of_password, is_right, needs_new_hash
from livingwell.identity.queries.accounts import Known, account_by_id, known_by
from livingwell.identity.queries.attempts import failures_since


@dataclass(frozen=True)
class Throttle:
    """How many tries are let through in a window of time. `key` keeps the hashes from being looked up."""

    per_account: int
    per_address: int
    window: timedelta
    key: str

    def hash_of(self, told: str) -> str:
        return hmac.new(self.key.encode(), told.encode(), hashlib.sha256).hexdigest()


class TooManyTries(Conflict):
    """Somebody is guessing, or has forgotten: the next try has to wait."""


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
    attempt_id = _count_try(given.email, address, throttle)
    _require_patience(attempt_id, given.email, address, throttle)
    known = known_by(given.email)
    let_go()
    if not is_right(given.password, known.password_hash):
        return None
    forget_failures(given.email, throttle)
    return known


@atomic()
def forget_failures(email: str, throttle: Throttle) -> None:
    """Begin to count the account's failures afresh, and throw away what is too old to count."""
    too_old = now() - throttle.window
    db.session.execute(
        delete(SignInAttempt).where(
            or_(SignInAttempt.email_hash == throttle.hash_of(fold_email(email)), SignInAttempt.at <= too_old)
        )
    )


@atomic()
def forget_old_tries(window: timedelta) -> int:
    """Throw away what is too old to count; returns how many."""
    forgotten = db.session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now() - window))
    return cast(CursorResult[Any], forgotten).rowcount


@atomic()
def _count_try(email: str, address: str, throttle: Throttle) -> UUID:
    attempt = SignInAttempt(
        email_hash=throttle.hash_of(fold_email(email)), address_hash=throttle.hash_of(address), at=now()
    )
    db.session.add(attempt)
    db.session.flush()
    return attempt.id


def _require_patience(attempt_id: UUID, email: str, address: str, throttle: Throttle) -> None:
    """A try that is turned away doesn't count, so that waiting always ends."""
    for_account, from_address = failures_since(
        now() - throttle.window,
        email_hash=throttle.hash_of(fold_email(email)),
        address_hash=throttle.hash_of(address),
    )
    if for_account > throttle.per_account or from_address > throttle.per_address:
        _forget_try(attempt_id)
        raise TooManyTries("Wait, then try again.")


@atomic()
def _forget_try(attempt_id: UUID) -> None:
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt_id))


@atomic()
def _renew_hash(account_id: UUID, name: str, password_hash: str) -> None:
    account_by_id(account_id).password_hash = password_hash
    record("renew_password_hash", Actor(account_id, name))
