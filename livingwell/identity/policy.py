"""What the rights allow with accounts and teams, beyond the table of permissions."""

from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.core.errors import Forbidden, NotFound
from livingwell.identity.permissions import Permission, require


def require_manages_accounts(actor: Actor) -> None:
    """Raise Forbidden unless the actor looks after accounts and teams."""
    require(actor, Permission.MANAGE_ACCOUNTS)


def require_member(actor: Actor, team_id: UUID) -> None:
    """Raise NotFound unless the actor is in the team: other teams are none of their business."""
    if not actor.belongs_to(team_id):
        raise NotFound


def require_lead(actor: Actor, team_id: UUID) -> None:
    """Raise unless the actor leads the team: NotFound for another team, Forbidden for a member of this one."""
    require_member(actor, team_id)
    if not actor.leads(team_id):
        raise Forbidden("Only a lead of this team can do this.")
