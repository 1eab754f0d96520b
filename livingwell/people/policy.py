"""Who may do what about people, where the permission table alone can't say: it depends on the team."""

from collections.abc import Iterable
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


def require_lead_of_any(actor: Actor, team_ids: Iterable[UUID]) -> None:
    """Raise Forbidden unless the actor leads one of the teams."""
    if not actor.led_team_ids.intersection(team_ids):
        raise Forbidden("Only a lead of one of the person’s teams can do this.")
