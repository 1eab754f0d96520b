"""Who may see and change plans: every member, whatever their profession; and the person takes part in their own."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.own_reach import require_own_or
from livingwell.people.queries.reach import person_within_reach


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The person whose plan the actor may change. Raises Forbidden without the right, NotFound out of reach."""
    require(actor, Permission.CHANGE_PLANS)
    return person_within_reach(actor, person_id)


def require_part(actor: Actor, person_id: UUID) -> Person:
    """The same for what the person does too: rate, tick, suggest, answer. Raises NotFound for anybody else's plan."""
    return require_own_or(Permission.CHANGE_PLANS, actor, person_id)
