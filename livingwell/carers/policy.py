"""Who may write about carers, and for them: every member, the person themselves, and the carer about their own."""

from uuid import UUID

from livingwell.core.actor import Actor, Side
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.own_reach import person_cared_for, require_own_or
from livingwell.people.queries.reach import person_within_reach


def require_change(actor: Actor, person_id: UUID) -> Person:
    """The person whose carers the member may change. Raises Forbidden without the right, NotFound out of reach."""
    require(actor, Permission.CHANGE_PEOPLE)
    return person_within_reach(actor, person_id)


def require_part(actor: Actor, person_id: UUID) -> Person:
    """The same for a member, or for the person themselves: what they say on their own side, a member can write down."""
    return require_own_or(Permission.CHANGE_PEOPLE, actor, person_id)


def require_telling(actor: Actor, person_id: UUID) -> Person:
    """The person about whom a carer tells us something, or a member writes down what a carer told them."""
    if actor.side is Side.CARER:
        return person_cared_for(actor, person_id, None)
    return require_change(actor, person_id)
