"""Keeping and dropping drafts, and saving a form once however often it is sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import CursorResult, Delete, delete
from sqlalchemy.exc import IntegrityError

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.drafts.models import Draft, Submission, Typing
from livingwell.drafts.queries import draft_for, submission_with
from livingwell.extensions import db

Row = TypeVar("Row", Draft, Submission)

REMEMBERED = timedelta(days=2)  # longer than any session, and so than any page, can last


class NewerDraft(Conflict):
    """Another page kept other words for the same form."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("There is newer text for this form, kept from another tab.")
        self.draft = draft


@atomic()
def keep_draft(typing: Typing, actor: Actor, days: int) -> Draft:
    """Keep what was typed, for so many days, instead of what was kept before.

    Raises NewerDraft, and keeps nothing, where another page has kept other words since this one was shown.
    """
    typing.key.check()
    _drop_expired_drafts()
    draft = draft_for(actor.account_id, typing.key, to_change=True) or _begin(typing, actor)
    if draft.is_newer_than(typing):
        raise NewerDraft(draft)
    draft.fields, draft.page = typing.fields, typing.page
    draft.saved_at = now()
    draft.expires_at = draft.saved_at + timedelta(days=days)
    return draft


@atomic()
def drop_draft(typing: Typing, actor: Actor) -> None:
    """Forget the draft that this page began with or kept; what another page has kept since stays."""
    draft = draft_for(actor.account_id, typing.key, to_change=True)
    if draft is not None and not draft.is_newer_than(typing):
        db.session.delete(draft)


@atomic()
def drop_old() -> tuple[int, int]:
    """Forget drafts that have expired and forms sent too long ago to be sent again; returns how many of each."""
    return _drop_expired_drafts(), _drop_old_submissions()


@atomic()
def save_once(digest: str, action: Callable[[], Any], actor: Actor) -> UUID | None:
    """Run the action and note that this form was saved, in one commit; returns the id of what was made.

    The same form with the same words, sent again, runs nothing and gives the first one's id.
    """
    noted, is_first = _note(digest, actor)
    if is_first:
        noted.made_id = getattr(action(), "id", None)
    return noted.made_id


def _begin(typing: Typing, actor: Actor) -> Draft:
    """An empty draft, or the one that another page began at this moment."""
    draft = Draft(
        account_id=actor.account_id,
        form_key=typing.key.form,
        subject_key=typing.key.subject,
        fields={},
        page=typing.page,
        saved_at=now(),
        expires_at=now() + REMEMBERED,
    )
    return draft if _is_first(draft) else _found(draft_for(actor.account_id, typing.key, to_change=True))


def _note(digest: str, actor: Actor) -> tuple[Submission, bool]:
    """The submission, and whether it is the first. Of two at once, the second waits here for the first."""
    _drop_old_submissions()
    submission = Submission(account_id=actor.account_id, digest=digest, at=now())
    if _is_first(submission):
        return submission, True
    return _found(submission_with(actor.account_id, digest)), False


def _drop_expired_drafts() -> int:
    return _dropped(delete(Draft).where(Draft.expires_at <= now()))


def _drop_old_submissions() -> int:
    return _dropped(delete(Submission).where(Submission.at <= now() - REMEMBERED))


def _dropped(statement: Delete) -> int:
    return cast(CursorResult[Any], db.session.execute(statement)).rowcount


def _is_first(row: Draft | Submission) -> bool:
    """Add the row, unless there is one like it."""
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return False
    return True


def _found(row: Row | None) -> Row:
    if row is None:
        raise Conflict("Something changed at this very moment. Send it again.")
    return row
