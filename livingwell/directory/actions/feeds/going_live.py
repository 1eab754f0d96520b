"""A whole reading goes live at once: in one transaction, by a handful of statements however many rows there are.

They write past the audit's notes of each row; the entry about the reading stands for all of them, with the counts, the
digest of what was read, and who said yes (docs/decisions/0044).
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Subquery, Update, case, exists, insert, literal, or_, select, update

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict
from livingwell.directory.actions.feeds.clearing import clear_rows
from livingwell.directory.actions.feeds.estimates import refresh_estimates
from livingwell.directory.actions.feeds.findable import have_words_kept
from livingwell.directory.models import (
    SAID,
    FeedReading,
    FeedRefusal,
    FeedRow,
    Service,
    ServiceCheck,
    ServiceWithdrawal,
)
from livingwell.directory.policy import require_import
from livingwell.directory.queries import feed_comparing as comparing
from livingwell.directory.queries.feeds import reading_for_change
from livingwell.extensions import db

MOST_WOULD_GO = "Most of what this feed said before is missing now. Say that it may go, or ask those who keep the feed."
_PLACE = ("latitude", "longitude")
_GONE = "The feed doesn’t hold it any more."
_ASSURED = "Checked on that day, as the feed says"


@atomic()
def make_live(reading_id: UUID, actor: Actor, *, most_may_go: bool = False) -> FeedReading:
    """Let the directory say what the reading says: new entries, changed ones, and those that are gone, all or none.

    What a member changed by hand stays. Raises Conflict unless the whole feed was read, and where most of the feed
    would go, unless somebody has said that it may: a server in trouble answers with an empty list too.
    """
    require_import(actor)
    reading = reading_for_change(reading_id)
    refresh_estimates()
    before_id, found = comparing.before(reading), comparing.compare(reading)  # before it is the live one itself
    reading.go_live(actor.name)
    if found.is_mostly_gone and not most_may_go:
        raise Conflict(MOST_WOULD_GO)
    reading.came_new, reading.came_changed = found.new, found.changed
    reading.went, reading.kept_by_hand = found.gone, found.by_hand
    _write(db.session.connection(), reading, before_id)
    have_words_kept(reading, before_id)
    _keep_as_said_last(reading_id, before_id)
    record("make_feed_live", actor)
    return reading


@atomic()
def drop_reading(reading_id: UUID, actor: Actor) -> None:
    """Somebody looked at what would happen and said no. Raises Conflict once it is live."""
    require_import(actor)
    reading = reading_for_change(reading_id)
    reading.stop(f"{actor.name} looked at it and did not make it live.")
    clear_rows(reading_id)
    record("drop_feed_reading", actor)


def _write(connection: Connection, reading: FeedReading, before_id: UUID) -> None:
    said = comparing.beside(reading.id, before_id)
    by = reading.feed.name
    connection.execute(_withdraw_gone(reading, before_id, by))
    connection.execute(
        update(Service).where(comparing.gone_from(reading.id, reading.feed_id)).values(_changed(withdrawn_on=today()))
    )
    connection.execute(_end_withdrawals(said, reading.feed_id, by))
    connection.execute(_change_known(said, reading.feed_id))
    connection.execute(_add_new(reading))
    connection.execute(_note_assured(said, reading.feed_id, by))
    connection.execute(_freshen(said, reading.feed_id, by))


def _changed(**values: Any) -> dict[str, Any]:
    """The values, and a new version: whoever has the entry open for changing is told."""
    return {**values, "row_version": Service.row_version + 1}


def _withdraw_gone(reading: FeedReading, before_id: UUID, by: str) -> Any:
    """A dated line for each, under the id of the feed's old row, which goes now."""
    old = FeedRow.__table__.alias("old")
    gone = select(
        old.c.id, literal(now()), Service.id, literal(_GONE), literal(today()), literal(by), literal("")
    ).where(
        comparing.gone_from(reading.id, reading.feed_id),
        old.c.reading_id == before_id,
        old.c.feed_key == Service.feed_key,
    )
    columns = ("id", "created_at", "service_id", "reason", "withdrawn_on", "withdrawn_by", "ended_by")
    return insert(ServiceWithdrawal).from_select(columns, gone, include_defaults=False)


def _came_back(said: Subquery, feed_id: UUID) -> Any:
    return select(Service.id).where(
        comparing.is_about(said, feed_id), said.c.old_id.is_(None), Service.withdrawn_on.is_not(None)
    )


def _end_withdrawals(said: Subquery, feed_id: UUID, by: str) -> Update:
    """The feed had let go of it, and has it again."""
    is_back = ServiceWithdrawal.service_id.in_(_came_back(said, feed_id))
    return (
        update(ServiceWithdrawal)
        .where(is_back, ServiceWithdrawal.ended_on.is_(None))
        .values(ended_on=today(), ended_by=by)
    )


def _change_known(said: Subquery, feed_id: UUID) -> Update:
    """Each column takes what the feed says now, unless a member changed it by hand since the feed said it last."""
    values = {name: _unless_by_hand(said, name, name) for name in SAID if name not in _PLACE}
    values |= {name: _unless_by_hand(said, name, *_PLACE) for name in _PLACE}
    values["sort_name"] = _unless_by_hand(said, "sort_name", "name")
    values["withdrawn_on"] = case((said.c.old_id.is_(None), None), else_=Service.withdrawn_on)
    return update(Service).where(comparing.is_about(said, feed_id), comparing.is_news(said)).values(_changed(**values))


def _unless_by_hand(said: Subquery, name: str, *looked_at: str) -> Any:
    return case((comparing.is_untouched(said, *looked_at), said.c[name]), else_=getattr(Service, name))


def _add_new(reading: FeedReading) -> Any:
    row = FeedRow.__table__
    known = exists().where(Service.feed_id == reading.feed_id, Service.feed_key == row.c.feed_key)
    taken = ("id", "feed_key", "sort_name", *SAID)
    given = {
        "feed_id": literal(reading.feed_id),
        "created_at": literal(now()),
        "row_version": literal(1),
        "last_checked_by": literal(""),
    }
    rows = select(*(row.c[name] for name in taken), *given.values()).where(row.c.reading_id == reading.id, ~known)
    return insert(Service).from_select((*taken, *given), rows, include_defaults=False)


def _is_assured_anew(said: Subquery) -> Any:
    return said.c.assured_on.is_not(None) & (
        said.c.old_assured_on.is_(None) | (said.c.assured_on > said.c.old_assured_on)
    )


def _note_assured(said: Subquery, feed_id: UUID, by: str) -> Any:
    """That the feed's own people made sure of an entry is a check of ours, on their day."""
    checked = select(said.c.id, literal(now()), Service.id, said.c.assured_on, literal(by), literal(_ASSURED)).where(
        comparing.is_about(said, feed_id), _is_assured_anew(said)
    )
    columns = ("id", "created_at", "service_id", "checked_on", "checked_by", "how")
    return insert(ServiceCheck).from_select(columns, checked, include_defaults=False)


def _freshen(said: Subquery, feed_id: UUID, by: str) -> Update:
    is_newer = or_(Service.last_checked_on.is_(None), said.c.assured_on >= Service.last_checked_on)
    return (
        update(Service)
        .where(comparing.is_about(said, feed_id), _is_assured_anew(said), is_newer)
        .values(last_checked_on=said.c.assured_on, last_checked_by=by)
    )


def _keep_as_said_last(reading_id: UUID, before_id: UUID) -> None:
    """The rows now live are what the feed said last; so is the old row of an entry whose new one was refused."""
    row, new = FeedRow.__table__, FeedRow.__table__.alias("new")
    is_refused = exists().where(FeedRefusal.reading_id == reading_id, FeedRefusal.feed_key == row.c.feed_key)
    is_there = exists().where(new.c.reading_id == reading_id, new.c.feed_key == row.c.feed_key)
    carried = update(FeedRow).where(row.c.reading_id == before_id, is_refused, ~is_there).values(reading_id=reading_id)
    db.session.execute(carried, execution_options={"synchronize_session": False})
    clear_rows(before_id, keep_refusals=True)
