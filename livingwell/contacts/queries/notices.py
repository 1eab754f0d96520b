"""What the whole team should know about messages today."""

from typing import Any

from sqlalchemy import Select, func, literal, null, select, type_coerce, union_all

from livingwell.contacts.models import UnfiledText
from livingwell.contacts.models.notice import TEXTS_TO_FILE, Notice
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.delivery.queries import channels_behind
from livingwell.extensions import db


def notices() -> list[Notice]:
    """What waits because a provider is down or nothing is sent, and texts to file. One statement."""
    rows = db.session.execute(union_all(channels_behind(now()), _to_file()))
    return [Notice(row.what, row.waiting, row.down or row.since, row.down is not None) for row in rows if row.since]


def _to_file() -> Select[Any]:
    columns: tuple[Any, ...] = (
        literal(TEXTS_TO_FILE, db.String),
        func.count(),
        type_coerce(func.min(UnfiledText.came_at), Instant),
        type_coerce(null(), Instant),
    )
    return select(*columns).where(UnfiledText.cleared_at.is_(None))
