"""Who may see and change plans: every member, whatever their profession."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.reach import person_within_reach


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The person whose plan the actor may change. Raises Forbidden without the right, NotFound out of reach."""
    require(actor, Permission.CHANGE_PLANS)
    return person_within_reach(actor, person_id)
