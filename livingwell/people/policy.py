"""Who may do what about people, where the permission table alone can't say: it depends on the team."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.core.errors import Forbidden
from livingwell.identity.permissions import Permission, require


def require_in_team(actor: Actor, permission: Permission, team_id: UUID) -> None:
    """Raise Forbidden unless a role allows it and the actor belongs to the team."""
    require(actor, permission)
    if not actor.belongs_to(team_id):
        raise Forbidden("You can do this in your own teams only.")


def require_lead(actor: Actor, permission: Permission, team_id: UUID) -> None:
    """Raise Forbidden unless a role allows it and the actor leads that very team."""
    require(actor, permission)
    if not actor.leads(team_id):
        raise Forbidden("Only a lead of that team can do this.")
