"""Who answers for a person's team: its leads, or every member of a team that nobody leads."""

from typing import Any

from sqlalchemy import ColumnElement, exists, or_
from sqlalchemy.orm import aliased

from livingwell.core.actor import Right
from livingwell.identity.models import Membership
from livingwell.people.models import Episode
from livingwell.people.queries.reach import ANYBODY
from livingwell.people.queries.striking import is_struck


def answers_for_the_team(model: Any) -> ColumnElement[bool]:
    """The condition on a model's rows that the member leads a team of that person's, or is in one that nobody leads."""
    lead = aliased(Membership)
    is_led = exists().where(lead.team_id == Membership.team_id, lead.right == Right.TEAM_LEAD, lead.left_on.is_(None))
    found = exists().where(
        Episode.person_id == model.person_id,
        Membership.team_id == Episode.team_id,
        Membership.account_id == ANYBODY.account_id,
        Membership.left_on.is_(None),
        or_(Membership.right == Right.TEAM_LEAD, ~is_led.correlate(Membership)),
        ~is_struck(Episode),
    )
    return found.correlate(model)
