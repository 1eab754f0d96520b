"""Which parts of the four-week wait a plan shows: where the person started from, and that they agreed."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, literal, select

from livingwell.careplans.models import Agreement, Answer, Rating
from livingwell.people.four_week_wait import ClockPart

PARTS = (ClockPart.BASELINE, ClockPart.PLAN)


def clock_parts(person_ids: Collection[UUID]) -> Sequence[Select[UUID, str]]:
    """Who rated a goal, and who agreed to a plan."""
    rated = select(Rating.person_id, literal(ClockPart.BASELINE.name)).where(Rating.person_id.in_(person_ids))
    agreed = select(Agreement.person_id, literal(ClockPart.PLAN.name)).where(
        Agreement.person_id.in_(person_ids), Agreement.answer == Answer.YES
    )
    return rated, agreed
