"""What was copied into the trust's own record."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.careplans.models import CopiedToRecord
from livingwell.extensions import db


def copies_of(subject_id: UUID) -> Sequence[CopiedToRecord]:
    """Every copy of a plan or a discussion, the newest first."""
    return db.session.scalars(
        select(CopiedToRecord).where(CopiedToRecord.subject_id == subject_id).order_by(CopiedToRecord.created_at.desc())
    ).all()
