"""What the person said to our telling, and whether they may read it before anybody has told them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from livingwell.discussions.models import IsItRight, TellingAnswer, TellingRelease
from livingwell.extensions import db


def answers_to_telling(telling_id: UUID) -> Sequence[TellingAnswer]:
    """Everything that the person said to it, the oldest first."""
    found = select(TellingAnswer).where(TellingAnswer.telling_id == telling_id)
    return db.session.scalars(found.order_by(TellingAnswer.number)).all()


def telling_answers_so_far(telling_id: UUID) -> int:
    """How many there are: the next one gets the number after."""
    counted = select(func.coalesce(func.max(TellingAnswer.number), 0)).where(TellingAnswer.telling_id == telling_id)
    return db.session.scalar(counted) or 0


def not_right_among(telling_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of the tellings of which the person said last that they are not quite right."""
    newer = aliased(TellingAnswer)
    overtaken = exists().where(newer.telling_id == TellingAnswer.telling_id, newer.number > TellingAnswer.number)
    found = select(TellingAnswer.telling_id).where(
        TellingAnswer.telling_id.in_(telling_ids), TellingAnswer.answer == IsItRight.NOT_QUITE, ~overtaken
    )
    return frozenset(db.session.scalars(found))


def open_release(telling_id: UUID) -> TellingRelease | None:
    """What lets the person read the telling before anybody has told them, unless it was taken back."""
    return db.session.scalar(
        select(TellingRelease).where(TellingRelease.telling_id == telling_id, TellingRelease.withdrawn_at.is_(None))
    )
