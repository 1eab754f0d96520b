"""Teams, and who is in them with which right."""

from collections.abc import Callable, Iterable
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Right
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, Team
from livingwell.identity.policy import require_lead, require_manages_accounts
from livingwell.identity.queries.accounts import account_by_id
from livingwell.identity.queries.teams import is_in_team, membership_by_id, team_by_id, team_called

when_members_change: list[Callable[[frozenset[UUID], Actor], None]] = []
"""What a package above sees to, in the same action, when somebody came into these teams or left them."""


@atomic()
def create_team(name: str, actor: Actor) -> Team:
    """A team with nobody in it yet."""
    require_manages_accounts(actor)
    _require_free(name)
    team = Team(name=name)
    db.session.add(team)
    record("create_team", actor)
    return team


@atomic()
def rename_team(team_id: UUID, name: str, actor: Actor) -> Team:
    """Give a team another name."""
    require_manages_accounts(actor)
    team = team_by_id(team_id)
    _require_free(name, team)
    team.name = name
    record("rename_team", actor)
    return team


@atomic()
def put_in_team(account_id: UUID, team_id: UUID, right: Right, actor: Actor) -> Membership:
    """Let an account reach a team's people, with this right there."""
    require_manages_accounts(actor)
    membership = join(account_by_id(account_id), team_by_id(team_id), right)
    record("put_in_team", actor)
    tell_members_changed([team_id], actor)
    return membership


@atomic()
def change_right(membership_id: UUID, right: Right, actor: Actor) -> Membership:
    """Make a member a lead, or a lead a member."""
    require_manages_accounts(actor)
    membership = membership_by_id(membership_id)
    membership.change_right(right)
    record("change_right", actor)
    tell_members_changed([membership.team_id], actor)
    return membership


@atomic()
def take_out_of_team(membership_id: UUID, actor: Actor) -> Membership:
    """End a membership: from now on the account reaches the team's people no more."""
    require_manages_accounts(actor)
    membership = membership_by_id(membership_id)
    membership.end()
    record("take_out_of_team", actor)
    tell_members_changed([membership.team_id], actor)
    return membership


@atomic()
def mark_lived_experience(membership_id: UUID, is_marked: bool, actor: Actor) -> Membership:
    """Say whether a member fills the lived-experience place of their team. For its leads."""
    membership = membership_by_id(membership_id)
    require_lead(actor, membership.team_id)
    membership.mark_lived_experience(is_marked)
    record("mark_lived_experience", actor)
    return membership


def join(account: Account, team: Team, right: Right) -> Membership:
    """Part of an action: put the account in the team from today."""
    if is_in_team(account.id, team.id):
        raise Conflict(f"{account.name} is already in {team.name}.")
    membership = Membership(account_id=account.id, team_id=team.id, right=right, joined_on=today())
    db.session.add(membership)
    db.session.flush()
    return membership


def tell_members_changed(team_ids: Iterable[UUID], actor: Actor) -> None:
    """Part of an action, once its own entry is made: let the packages above see to what follows from it."""
    for see_to_it in when_members_change:
        see_to_it(frozenset(team_ids), actor)


def _require_free(name: str, own: Team | None = None) -> None:
    known = team_called(name)
    if known is not None and known is not own:
        raise Invalid({"name": "There is already a team with this name"})
