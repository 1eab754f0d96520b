"""New and changed entries of a feed are found by their words: some hundred at a time, once they are live.

Seventy words an entry, for fifty thousand entries, take minutes; nobody else could write so long on SQLite.
"""

from uuid import UUID

from sqlalchemy import delete, exists, insert, select

from livingwell.core.atomic import atomic
from livingwell.directory.actions.keeping import keep_findable
from livingwell.directory.models import FeedReading, Service, WordsDue
from livingwell.directory.queries import feed_comparing as comparing
from livingwell.extensions import db

_AT_ONCE = 250


def have_words_kept(reading: FeedReading, before_id: UUID) -> None:
    """Note the entries whose words are not those that a search finds: part of the action that makes them live."""
    said = comparing.beside(reading.id, before_id)
    is_noted = exists().where(WordsDue.service_id == Service.id)
    news = select(Service.id).where(comparing.is_about(said, reading.feed_id), comparing.is_news(said), ~is_noted)
    db.session.execute(insert(WordsDue).from_select(["service_id"], news))


@atomic()
def make_some_findable() -> bool:
    """Let searches find some of the noted entries. Answers whether there were any; another worker takes others.

    In the order of their ids, as the index of words has them: so a word's entries lie side by side, and few pages of
    the index are written for many entries.
    """
    due = select(WordsDue.service_id).order_by(WordsDue.service_id).limit(_AT_ONCE).with_for_update(skip_locked=True)
    ids = db.session.scalars(due).all()
    keep_findable(db.session.scalars(select(Service).where(Service.id.in_(ids))).all())
    db.session.execute(delete(WordsDue).where(WordsDue.service_id.in_(ids)))
    return bool(ids)
