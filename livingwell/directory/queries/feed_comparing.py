"""What a reading would do: each row beside the service that it is about, and beside what the feed said last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from livingwell.directory.models import SAID, FeedReading, FeedRefusal, FeedRow, Service
from livingwell.directory.queries.feeds import live_reading
from livingwell.extensions import db

FIRST = UUID(int=0)
"""Stands for the reading before the first."""


@dataclass(frozen=True)
class Comparison:
    """How many services would come, change, stay as they are, and go; and how many keep what was changed by hand."""

    new: int
    changed: int
    same: int
    gone: int
    by_hand: int

    @property
    def is_mostly_gone(self) -> bool:
        """Whether more of the feed's services would go than stay."""
        return self.gone > self.changed + self.same


@dataclass(frozen=True)
class KeptByHand:
    """A service that says something else than its feed, because a member changed it. `fields`: theirs, the feed's."""

    service_id: UUID
    name: str
    fields: tuple[tuple[str, str, str], ...]


def before(reading: FeedReading) -> UUID:
    """The reading whose rows are what the feed said until now."""
    live = live_reading(reading.feed_id)
    return live.id if live else FIRST


def beside(reading_id: UUID, before_id: UUID) -> Subquery:
    """Each row of a reading, with what the feed said before as `old_…`; `old_id` is NULL where it said nothing."""
    row, old = aliased(FeedRow), aliased(FeedRow)
    columns = [getattr(row, column.key) for column in FeedRow.__table__.c]
    earlier = [getattr(old, column.key).label(f"old_{column.key}") for column in FeedRow.__table__.c]
    joined = and_(old.feed_key == row.feed_key, old.reading_id == before_id)
    return select(*columns, *earlier).outerjoin(old, joined).where(row.reading_id == reading_id).subquery("said")


def is_about(said: Subquery, feed_id: UUID) -> ColumnElement[bool]:
    """Whether a service is the one that the row is about."""
    return and_(Service.feed_id == feed_id, Service.feed_key == said.c.feed_key)


def is_news(said: Subquery) -> ColumnElement[bool]:
    """Whether the feed says something else than before."""
    return or_(said.c.old_id.is_(None), said.c.old_digest != said.c.digest)


def is_untouched(said: Subquery, *names: str) -> ColumnElement[bool]:
    """Whether the service still says in these columns what the feed said: nobody changed it by hand."""
    same = (getattr(Service, name).is_not_distinct_from(said.c[f"old_{name}"]) for name in names)
    return or_(said.c.old_id.is_(None), and_(*same))


def gone_from(reading_id: UUID, feed_id: UUID) -> ColumnElement[bool]:
    """Whether a service of the feed is in it no more. One whose row was refused is still there."""
    is_there = exists().where(FeedRow.reading_id == reading_id, FeedRow.feed_key == Service.feed_key)
    is_refused = exists().where(FeedRefusal.reading_id == reading_id, FeedRefusal.feed_key == Service.feed_key)
    return and_(Service.feed_id == feed_id, Service.withdrawn_on.is_(None), ~is_there, ~is_refused)


def compare(reading: FeedReading) -> Comparison:
    """What would happen if the reading went live now. Two statements."""
    said = beside(reading.id, before(reading))
    about = is_about(said, reading.feed_id)
    differs = _differs_by_hand(said)
    counted = select(
        func.count().filter(Service.id.is_(None)),
        func.count().filter(Service.id.is_not(None), is_news(said)),
        func.count().filter(Service.id.is_not(None), ~is_news(said)),
        func.count().filter(Service.id.is_not(None), differs),
    ).select_from(said.outerjoin(Service, about))
    new, changed, same, by_hand = db.session.execute(counted).one()
    gone = db.session.scalar(select(func.count()).where(gone_from(reading.id, reading.feed_id))) or 0
    return Comparison(new, changed, same, gone, by_hand)


def kept_by_hand(reading: FeedReading, most: int) -> list[KeptByHand]:
    """Where a member's words stay although the feed says something else, by name."""
    said = beside(reading.id, before(reading))
    found = (
        select(Service, said)
        .join(said, is_about(said, reading.feed_id))
        .where(_differs_by_hand(said))
        .order_by(Service.sort_name, Service.id)
        .limit(most)
    )
    return [_kept(row) for row in db.session.execute(found)]


def names_of_gone(reading: FeedReading, most: int) -> Sequence[str]:
    """The first services, by name, that are not in the feed any more."""
    gone = select(Service.name).where(gone_from(reading.id, reading.feed_id))
    return db.session.scalars(gone.order_by(Service.sort_name, Service.id).limit(most)).all()


def _differs_by_hand(said: Subquery) -> ColumnElement[bool]:
    def is_kept(name: str) -> ColumnElement[bool]:
        says = getattr(Service, name)
        return and_(says.is_distinct_from(said.c[f"old_{name}"]), says.is_distinct_from(said.c[name]))

    return and_(said.c.old_id.is_not(None), or_(*map(is_kept, SAID)))


def _kept(row: Any) -> KeptByHand:
    service: Service = row[0]
    fields = tuple(
        (name, str(getattr(service, name) or ""), str(row._mapping[name] or ""))
        for name in SAID
        if getattr(service, name) not in (row._mapping[f"old_{name}"], row._mapping[name])
    )
    return KeptByHand(service.id, service.name, fields)
