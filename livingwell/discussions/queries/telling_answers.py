"""What the person said to our telling, and whether they may read it before anybody has told them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from livingwell.discussions.models import TellingAnswer, TellingRelease
from livingwell.extensions import db


def answers_to_telling(telling_id: UUID) -> Sequence[TellingAnswer]:
    """Everything that the person said to it, the oldest first."""
    found = select(TellingAnswer).where(TellingAnswer.telling_id == telling_id)
    return db.session.scalars(found.order_by(TellingAnswer.number)).all()


def telling_answers_so_far(telling_id: UUID) -> int:
    """How many there are: the next one gets the number after."""
    counted = select(func.coalesce(func.max(TellingAnswer.number), 0)).where(TellingAnswer.telling_id == telling_id)
    return db.session.scalar(counted) or 0


def open_release(telling_id: UUID) -> TellingRelease | None:
    """What lets the person read the telling before anybody has told them, unless it was taken back."""
    return db.session.scalar(
        select(TellingRelease).where(TellingRelease.telling_id == telling_id, TellingRelease.withdrawn_at.is_(None))
    )
