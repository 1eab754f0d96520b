"""How a person asked to be reached: now, on any past day, and every time they told us."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.adjustments.models import ContactPreferences
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def preferences_of(person_id: UUID) -> ContactPreferences | None:
    """What the person asks now, whole, or none before anybody had asked. Four statements."""
    return preferences_on(person_id, now())


def preferences_on(person_id: UUID, at: datetime) -> ContactPreferences | None:
    """What the person had told us by that instant, as far as we know now. Four statements."""
    return db.session.scalar(_IN_FORCE, {"person_id": person_id, "at": at})


def preferences_history(person_id: UUID) -> Sequence[ContactPreferences]:
    """Every time they told us, the latest first. Four statements, however many there are."""
    return db.session.scalars(_whole(told_by(person_id))).all()


def has_asked_to_stop(person_id: UUID) -> bool:
    """Whether the person asks us now to stop contacting them. One statement."""
    values = {"person_id": person_id, "at": now()}
    return bool(db.session.scalar(_ASKED_TO_STOP, values))


def times_told(person_id: UUID) -> int:
    """How many times they told us: the version of what stands, which grows with each. One statement.

    What was struck out counts too, so that no version comes twice.
    """
    told = select(func.count()).where(ContactPreferences.person_id == person_id)
    return db.session.scalar(told) or 0


def told_by(person_id: UUID | Any) -> Select[ContactPreferences]:
    """The sets of a person, the one told last first; of two told at one time, the one written down last."""
    return (
        select(ContactPreferences)
        .where(ContactPreferences.person_id == person_id, ~is_struck(ContactPreferences))
        .order_by(ContactPreferences.told_at.desc(), ContactPreferences.created_at.desc(), ContactPreferences.id.desc())
    )


def _whole(statement: Select[ContactPreferences]) -> Select[ContactPreferences]:
    return statement.options(
        joinedload(ContactPreferences.recorded_by),
        selectinload(ContactPreferences.ways),
        selectinload(ContactPreferences.times),
        selectinload(ContactPreferences.reminders),
    )


# Put together once: that takes longer than to run them.
LAST_TOLD = (
    told_by(bindparam("person_id")).where(ContactPreferences.told_at <= bindparam("at", type_=Instant())).limit(1)
)
_IN_FORCE = _whole(LAST_TOLD)
_ASKED_TO_STOP = LAST_TOLD.with_only_columns(ContactPreferences.asked_to_stop)
