"""Where the passport spared the person saying it again."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from livingwell.extensions import db
from livingwell.passports.models import PassportUse


def uses_of(person_id: UUID) -> Sequence[PassportUse]:
    """Each use with its line, the newest first. One statement."""
    return db.session.scalars(
        select(PassportUse)
        .where(PassportUse.person_id == person_id)
        .options(joinedload(PassportUse.line))
        .order_by(PassportUse.created_at.desc(), PassportUse.id)
    ).all()


def count_of_uses(person_id: UUID) -> int:
    """How many times."""
    counted = select(func.count()).select_from(PassportUse).where(PassportUse.person_id == person_id)
    return db.session.scalar(counted) or 0


def use_of(line_id: UUID, row_id: UUID) -> PassportUse | None:
    """The use of this very line in this very thing."""
    return db.session.scalar(select(PassportUse).filter_by(line_id=line_id, row_id=row_id))
