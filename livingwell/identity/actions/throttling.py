"""What slows down somebody who guesses."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, or_

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.models import SignInAttempt, fold_email
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


def count_try(named: str, address: str, throttle: Throttle) -> None:
    """Count a try as a failure until it is proved, so that tries sent all at once are counted too.

    `named` is who is tried: an e-mail address or a number. Raises TooManyTries.
    """
    attempt_id = _count(named, address, throttle)
    _require_patience(attempt_id, named, address, throttle)


@atomic()
def forget_failures(named: str, throttle: Throttle) -> None:
    """Begin to count the account's failures afresh, and throw away what is too old to count."""
    too_old = now() - throttle.window
    db.session.execute(
        delete(SignInAttempt).where(
            or_(SignInAttempt.email_hash == throttle.hash_of(fold_email(named)), SignInAttempt.at <= too_old)
        )
    )


@atomic()
def forget_old_tries(window: timedelta) -> int:
    """Throw away what is too old to count; returns how many."""
    forgotten = db.session.execute(delete(SignInAttempt).where(SignInAttempt.at <= now() - window))
    return cast(CursorResult[Any], forgotten).rowcount


@atomic()
def _count(named: str, address: str, throttle: Throttle) -> UUID:
    attempt = SignInAttempt(
        email_hash=throttle.hash_of(fold_email(named)), address_hash=throttle.hash_of(address), at=now()
    )
    db.session.add(attempt)
    db.session.flush()
    return attempt.id


def _require_patience(attempt_id: UUID, named: str, address: str, throttle: Throttle) -> None:
    """A try that is turned away doesn't count, so that waiting always ends."""
    for_account, from_address = failures_since(
        now() - throttle.window,
        email_hash=throttle.hash_of(fold_email(named)),
        address_hash=throttle.hash_of(address),
    )
    if for_account > throttle.per_account or from_address > throttle.per_address:
        _forget_try(attempt_id)
        raise TooManyTries("Wait, then try again.")


@atomic()
def _forget_try(attempt_id: UUID) -> None:
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.id == attempt_id))
