"""Who may see and change an onward journey: every member, whatever their profession; and the person their own."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.own_reach import require_own_or
from livingwell.people.queries.reach import person_within_reach


def require_part(actor: Actor, person_id: UUID) -> Person:
    """The person, for what they do themself or a member does with them.

    Raises Forbidden without the right, NotFound out of reach and for anybody else's journey.
    """
    return require_own_or(Permission.CHANGE_PLANS, actor, person_id)


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The same for what only members do."""
    require(actor, Permission.CHANGE_PLANS)
    return person_within_reach(actor, person_id)
