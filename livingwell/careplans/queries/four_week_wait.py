"""Which parts of the four-week wait a plan shows: where the person started from, and that they agreed."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import literal, select, union

from livingwell.careplans.models import Agreement, Answer, Rating
from livingwell.extensions import db
from livingwell.people.four_week_wait import ClockPart

PARTS = (ClockPart.BASELINE, ClockPart.PLAN)


def clock_parts(person_ids: Collection[UUID]) -> Mapping[UUID, Collection[ClockPart]]:
    """For each person, the parts that are there. One statement."""
    rated = select(Rating.person_id, literal(ClockPart.BASELINE.name)).where(Rating.person_id.in_(person_ids))
    agreed = select(Agreement.person_id, literal(ClockPart.PLAN.name)).where(
        Agreement.person_id.in_(person_ids), Agreement.answer == Answer.YES
    )
    shown: dict[UUID, list[ClockPart]] = {}
    for person_id, part in db.session.execute(union(rated, agreed)):
        shown.setdefault(person_id, []).append(ClockPart[part])
    return shown
