"""Whether anything is new on a discussion's screen: the one question that is asked every second and a half."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

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
    stamp, seen, about = DiscussionStamp.__table__.c, Presence.__table__.c, CaseDiscussion.__table__.c
    rows = db.session.execute(
        select(stamp.number, seen.account_id, seen.writing)
        .select_from(
            DiscussionStamp.__table__.join(CaseDiscussion.__table__, about.id == stamp.discussion_id).outerjoin(
                Presence.__table__, (seen.discussion_id == stamp.discussion_id) & (seen.seen_at > _long_ago())
            )
        )
        .where(stamp.discussion_id == discussion_id, about.person_id == person_id)
        .order_by(seen.account_id)
    ).all()
    if not rows:
        raise NotFound
    return Pulse(rows[0].number, tuple((row.account_id, row.writing) for row in rows if row.account_id))


def _long_ago() -> datetime:
    return now() - HERE_FOR
