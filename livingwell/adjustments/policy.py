"""Who may see and change adjustments: every member, whatever their profession."""

from datetime import timedelta
from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.reach import person_within_reach

REVIEW_AFTER = timedelta(weeks=26)
"""How long after it is recorded or looked at an adjustment is to be looked at again, unless a day is agreed."""


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The person whose adjustments the actor may change. Raises Forbidden without the right, NotFound out of reach."""
    require(actor, Permission.CHANGE_PEOPLE)
    return person_within_reach(actor, person_id)
