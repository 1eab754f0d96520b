"""What the whole team should know about messages today."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, literal, null, or_, select, type_coerce, union_all

from livingwell.contacts.models import UnfiledText
from livingwell.contacts.models.notice import TEXTS_TO_FILE, Notice
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.delivery.models import Delivery, Outage
from livingwell.delivery.models.delivery import WAITS_FOR_WORKER
from livingwell.extensions import db

LONG = timedelta(hours=1)


def notices() -> list[Notice]:
    """What waits because a provider is down or nothing is sent, and texts to file. One statement."""
    at = now()
    rows = db.session.execute(union_all(_behind(at), _to_file()))
    return [Notice(row.what, row.waiting, row.since, row.down is not None) for row in rows if row.since is not None]


def _behind(at: datetime) -> Select[Any]:
    """The channels that are down, or whose oldest message should have gone an hour ago."""
    oldest = func.min(Delivery.due_at)
    return (
        select(
            type_coerce(Delivery.channel, db.String).label("what"),
            func.count().label("waiting"),
            type_coerce(oldest, Instant).label("since"),
            type_coerce(Outage.since, Instant).label("down"),
        )
        .outerjoin(Outage, Outage.channel == Delivery.channel)
        .where(Delivery.state.in_(WAITS_FOR_WORKER), Delivery.due_at <= at)
        .group_by(Delivery.channel, Outage.since)
        .having(or_(Outage.since.is_not(None), oldest <= at - LONG))
    )


def _to_file() -> Select[Any]:
    columns: tuple[Any, ...] = (
        literal(TEXTS_TO_FILE, db.String),
        func.count(),
        type_coerce(func.min(UnfiledText.came_at), Instant),
        type_coerce(null(), Instant),
    )
    return select(*columns).where(UnfiledText.cleared_at.is_(None))
