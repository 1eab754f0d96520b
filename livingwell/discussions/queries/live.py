"""Whether anything is new on a discussion's screen: the one question that is asked every second and a half."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from livingwell.core.clock import now
from livingwell.core.errors import NotFound
from livingwell.discussions.models import HERE_FOR, CaseDiscussion, DiscussionStamp, Presence
from livingwell.extensions import db


@dataclass(frozen=True)
class Pulse:
    """A number that grows with each change, and who is here: each account with the part that it writes in."""

    number: int
    here: tuple[tuple[UUID, str], ...]

    @property
    def version(self) -> str:
        """What a screen says that it shows."""
        return f"{self.number}.{zlib.crc32(repr(self.here).encode()):x}"

    @property
    def writing(self) -> dict[UUID, str]:
        """Who writes, and where."""
        return {account_id: part for account_id, part in self.here if part}


def pulse(discussion_id: UUID, person_id: UUID) -> Pulse:
    """The pulse of a discussion about the person. Raises NotFound for any other. One statement."""
    values = {"about_discussion": discussion_id, "about_person": person_id, "long_ago": _long_ago()}
    rows = db.session.execute(_PULSE, values).all()
    if not rows:
        raise NotFound
    return Pulse(rows[0].number, tuple((row.account_id, row.writing) for row in rows if row.account_id))


def _long_ago() -> datetime:
    return now() - HERE_FOR


def _pulse() -> Select[Any]:
    stamp, seen, about = DiscussionStamp.__table__, Presence.__table__, CaseDiscussion.__table__
    is_here = (seen.c.discussion_id == stamp.c.discussion_id) & (seen.c.seen_at > bindparam("long_ago"))
    return (
        select(stamp.c.number, seen.c.account_id, seen.c.writing)
        .select_from(stamp.join(about, about.c.id == stamp.c.discussion_id).outerjoin(seen, is_here))
        .where(stamp.c.discussion_id == bindparam("about_discussion"), about.c.person_id == bindparam("about_person"))
        .order_by(seen.c.account_id)
    )


_PULSE = _pulse()  # built once: it runs more often than anything else
