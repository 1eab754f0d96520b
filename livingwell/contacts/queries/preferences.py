"""What a person had asked by some time: what contacts are judged by."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.adjustments.models import ContactPreferences
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def in_force_at(person_id: UUID, at: datetime) -> ContactPreferences | None:
    """What the person had told us by that instant, as far as we know now; none before we had asked."""
    said = (
        select(ContactPreferences)
        .where(
            ContactPreferences.person_id == person_id,
            ContactPreferences.told_at <= at,
            ~is_struck(ContactPreferences),
        )
        .options(
            joinedload(ContactPreferences.recorded_by),
            selectinload(ContactPreferences.ways),
            selectinload(ContactPreferences.times),
            selectinload(ContactPreferences.reminders),
        )
        .order_by(ContactPreferences.told_at.desc(), ContactPreferences.created_at.desc())
        .limit(1)
    )
    return db.session.scalar(said)
