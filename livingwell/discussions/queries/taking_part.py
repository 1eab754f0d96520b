"""How the person takes part in their discussion."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import aliased

from livingwell.discussions.models import CaseDiscussion, TakingPart, Wishes
from livingwell.extensions import db


def wishes(discussion_ids: Sequence[UUID]) -> Mapping[UUID, Wishes]:
    """How the person of each discussion takes part. One statement."""
    answers: dict[UUID, list[TakingPart]] = defaultdict(list)
    for answer in db.session.scalars(
        select(TakingPart).where(TakingPart.discussion_id.in_(discussion_ids)).order_by(TakingPart.number)
    ):
        answers[answer.discussion_id].append(answer)
    return defaultdict(Wishes, {discussion_id: Wishes.of(said) for discussion_id, said in answers.items()})


def answers_so_far(discussion_id: UUID) -> int:
    """How many answers about taking part the discussion has: the next one gets the number after."""
    counted = select(func.coalesce(func.max(TakingPart.number), 0)).where(TakingPart.discussion_id == discussion_id)
    return db.session.scalar(counted) or 0


def latest_wish(*, is_way: bool) -> ScalarSelect[UUID]:
    """The last answer to how the person takes part; or to whom they would like there."""
    answer = aliased(TakingPart)
    return (
        select(answer.id)
        .where(answer.discussion_id == CaseDiscussion.id, answer.way.is_not(None) if is_way else answer.way.is_(None))
        .order_by(answer.number.desc())
        .limit(1)
        .correlate(CaseDiscussion)
        .scalar_subquery()
    )
