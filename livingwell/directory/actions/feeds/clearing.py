"""Letting go of what was set aside."""

from uuid import UUID

from sqlalchemy import delete

from livingwell.directory.models import FeedRefusal, FeedRow, FeedTurn
from livingwell.extensions import db


def clear_rows(reading_id: UUID, *, keep_refusals: bool = False) -> None:
    """The rows of a reading, its turn, and why some were refused, unless its page goes on showing that."""
    db.session.execute(delete(FeedRow).where(FeedRow.reading_id == reading_id))
    db.session.execute(delete(FeedTurn).where(FeedTurn.reading_id == reading_id))
    if not keep_refusals:
        db.session.execute(delete(FeedRefusal).where(FeedRefusal.reading_id == reading_id))
