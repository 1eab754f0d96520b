"""One commit for each action."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from livingwell.core.errors import Conflict, Stale
from livingwell.extensions import db, writing

UNIQUE_VIOLATION = "23505"  # PostgreSQL says it by number, SQLite in words

_DEPTH = "atomic_depth"
_AFTER = "after_commit"

only_reading: ContextVar[bool] = ContextVar("only_reading", default=False)
"""True while a request that only reads is served."""

before_commit: list[Callable[[Any], None]] = []
"""Checks that must pass before a commit; the audit registers its own."""


class WriteWhileReading(RuntimeError):
    """A mistake of ours: a page that should only read tried to write."""


@contextmanager
def atomic() -> Iterator[None]:
    """Commit on leaving the outermost block; on any error nothing of it is kept. Also a decorator.

    Nested blocks join in. What was registered with `after_commit` runs once the commit is certain.
    """
    session = db.session()
    if only_reading.get():
        raise WriteWhileReading("a GET writes only its access entry")
    depth = session.info.get(_DEPTH, 0)
    if not writing.get():
        _end_reading(session)
    was_writing = writing.set(True)
    session.info[_DEPTH] = depth + 1
    try:
        yield
        if depth == 0:
            _commit(session)
    except BaseException as error:
        if depth == 0:
            session.info.pop(_AFTER, None)
            session.rollback()
            _raise_in_our_words(error)
        raise
    finally:
        session.info[_DEPTH] = depth
        writing.reset(was_writing)
    if depth == 0:
        for action in session.info.pop(_AFTER, []):
            action()


def after_commit(action: Callable[[], None]) -> None:
    """Run it once the current `atomic` block has committed; never if it fails."""
    db.session().info.setdefault(_AFTER, []).append(action)


def _raise_in_our_words(error: BaseException) -> None:
    """Say it as an error of the domain where the database only found that somebody else was quicker."""
    if isinstance(error, StaleDataError):
        raise Stale() from None
    if isinstance(error, IntegrityError) and _is_there_already(error):
        raise Conflict("This is there already: somebody saved the same thing. Look again before you go on.") from None


def _is_there_already(error: IntegrityError) -> bool:
    """Whether a unique index refused the row; other broken constraints are mistakes of ours."""
    return getattr(error.orig, "sqlstate", "") == UNIQUE_VIOLATION or "UNIQUE constraint" in str(error.orig)


def let_go() -> None:
    """End what was read so far, so that slow work (hashing a password) keeps no lock from others.

    Rows that were loaded stay as they are. Only between actions: inside one it would commit half of it.
    """
    session = db.session()
    if session.info.get(_DEPTH, 0):
        raise WriteWhileReading("an action can't let go half-way")
    _end_reading(session)


def end_reading() -> None:
    """End what a request read by a commit, where there is nothing to commit.

    Without it the connection goes back by a rollback, and psycopg forgets then every statement that PostgreSQL has
    prepared: planning them anew takes longer than running them.
    """
    session = db.session()
    if not (session.new or session.dirty or session.deleted):
        session.commit()


@event.listens_for(Session, "before_flush")
def _refuse_to_write(*_flush: Any) -> None:
    if only_reading.get():
        raise WriteWhileReading("a GET changed a row")


def _end_reading(session: Any) -> None:
    """Let go of what was read without the write lock, so that the action reads what it will change."""
    if session.new or session.dirty or session.deleted:
        raise WriteWhileReading("rows were changed outside an action")
    session.commit()


def _commit(session: Any) -> None:
    session.flush()
    for check in before_commit:
        check(session)
    session.commit()
