"""Keeping the test's own database session apart from the app's."""

from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from livingwell.extensions import db

UNCOMMITTED = "flushed_by_test"


class UnsavedChanges(AssertionError):
    """The test, or what it called, changed rows and never committed them."""


def settle() -> None:
    """End the test's own transaction, so that others may write and the next look shows what they wrote.

    Raises UnsavedChanges when that would throw something away.
    """
    session = db.session()
    unsaved = [*session.new, *session.dirty, *session.deleted]
    if unsaved or session.info.get(UNCOMMITTED):
        db.session.remove()
        raise UnsavedChanges(f"never committed: {unsaved or 'what was flushed'}")
    session.rollback()


def watch_flushes(app: Flask) -> None:
    """Remember in each session whether it flushed something that it has not committed."""
    with app.app_context():
        maker = db.session.session_factory
    event.listen(maker, "after_flush", _flushed)
    event.listen(maker, "after_commit", _ended)
    event.listen(maker, "after_rollback", _ended)


def _flushed(session: Session, _context: object) -> None:
    session.info[UNCOMMITTED] = True


def _ended(session: Session) -> None:
    session.info.pop(UNCOMMITTED, None)
