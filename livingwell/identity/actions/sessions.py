"""Sessions: started, kept going, ended."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic, let_go
from livingwell.core.clock import now
from livingwell.core.text import without_unprintable
from livingwell.extensions import db
from livingwell.identity.models import BROWSER, LoginSession, hash_of_token
from livingwell.identity.queries.sessions import SignedIn, unended_sessions

TOUCH_EVERY = timedelta(minutes=1)


@atomic()
def start_session(account_id: UUID, name: str, browser: str) -> str:
    """Sign the account in. Gives the token, which only the browser's cookie keeps."""
    token = secrets.token_urlsafe(32)
    db.session.add(
        LoginSession(
            token_hash=hash_of_token(token),
            account_id=account_id,
            browser=without_unprintable(browser)[:BROWSER],
            last_seen_at=now(),
        )
    )
    record("sign_in", Actor(account_id, name))
    return token


@atomic()
def sign_out(signed_in: SignedIn) -> None:
    """End this session: its cookie opens nothing any more, wherever it was copied to."""
    session = db.session.get(LoginSession, signed_in.session_id)
    if session is not None:
        session.end()
    record("sign_out", signed_in.actor)


@atomic()
def end_other_sessions(signed_in: SignedIn) -> int:
    """Sign the account out everywhere else. Gives how many sessions that ended."""
    ended = end_sessions(signed_in.actor.account_id, but=signed_in.session_id)
    record("end_other_sessions", signed_in.actor)
    return ended


def end_sessions(account_id: UUID | None, *, but: UUID | None = None) -> int:
    """Part of an action: end the account's sessions, perhaps but one. Gives how many."""
    sessions = [session for session in unended_sessions(account_id) if session.id != but] if account_id else []
    for session in sessions:
        session.end()
    return len(sessions)


def touch(signed_in: SignedIn) -> SignedIn:
    """Note that somebody is at work, at most once a minute."""
    return signed_in if now() - signed_in.last_seen_at < TOUCH_EVERY else extend_session(signed_in)


def extend_session(signed_in: SignedIn) -> SignedIn:
    """Note at once that somebody is at work. Has a short transaction of its own: a request that only reads
    keeps reading, and one that writes has not begun to.
    """
    let_go()
    seen = now()
    connection = db.engine.connect().execution_options(writes=True)
    with connection, connection.begin():
        connection.execute(
            update(LoginSession)
            .where(LoginSession.id == signed_in.session_id, LoginSession.last_seen_at < seen)
            .values(last_seen_at=seen)
        )
    return replace(signed_in, last_seen_at=seen)


def keep_session_alive(signed_in: SignedIn, until: datetime) -> bool:
    """Count a visible screen as activity until an instant. Gives whether it still counts.

    For the discussion screen of a running meeting; called before the request begins its own work.
    """
    if now() >= until:
        return False
    touch(signed_in)
    return True
