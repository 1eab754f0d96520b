"""Who is in which team, with which right, and who fills the lived-experience place."""

from uuid import UUID

from flask import Response

from livingwell.core.actor import Right
from livingwell.identity.actions import teams
from livingwell.identity.forms import PlaceForm
from livingwell.identity.models import Membership
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import teams_by_name
from livingwell.identity.views.accounts import account_page
from livingwell.identity.views.blueprint import identity
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import see


@identity.post("/accounts/<uuid:account_id>/teams")
@needs(Permission.MANAGE_ACCOUNTS)
def new_place(account_id: UUID) -> Response:
    """Put an account in one more team."""
    form = PlaceForm()
    form.offer_teams(teams_by_name())
    if not form.validate_on_submit():
        return account_page(account_id, form)
    place = form.command()
    teams.put_in_team(account_id, place.team_id, place.right, current_actor())
    return see("identity.show_one_account", account_id=account_id, said="They are in the team now.")


@identity.post("/memberships/<uuid:membership_id>/lead")
@needs(Permission.MANAGE_ACCOUNTS)
def make_lead(membership_id: UUID) -> Response:
    """Make a member a lead of the team."""
    return _back_to_account(teams.change_right(membership_id, Right.TEAM_LEAD, current_actor()), "a lead of the team")


@identity.post("/memberships/<uuid:membership_id>/member")
@needs(Permission.MANAGE_ACCOUNTS)
def make_member(membership_id: UUID) -> Response:
    """Make a lead a member of the team."""
    return _back_to_account(teams.change_right(membership_id, Right.MEMBER, current_actor()), "a member of the team")


@identity.post("/memberships/<uuid:membership_id>/end")
@needs(Permission.MANAGE_ACCOUNTS)
def end_membership(membership_id: UUID) -> Response:
    """Take an account out of the team."""
    return _back_to_account(teams.take_out_of_team(membership_id, current_actor()), "not in the team any more")


@identity.post("/memberships/<uuid:membership_id>/lived-experience")
@needs(Permission.MARK_LIVED_EXPERIENCE)
def mark_lived_experience(membership_id: UUID) -> Response:
    """Have a member fill the lived-experience place."""
    member = teams.mark_lived_experience(membership_id, True, current_actor())
    return _back_to_team(member, f"{member.account.name} fills the lived-experience place now.")


@identity.post("/memberships/<uuid:membership_id>/lived-experience/end")
@needs(Permission.MARK_LIVED_EXPERIENCE)
def unmark_lived_experience(membership_id: UUID) -> Response:
    """Have a member fill it no more."""
    member = teams.mark_lived_experience(membership_id, False, current_actor())
    return _back_to_team(member, f"{member.account.name} does not fill the lived-experience place any more.")


def _back_to_account(membership: Membership, what: str) -> Response:
    said = f"{membership.account.name} is {what}: {membership.team.name}."
    return see("identity.show_one_account", account_id=membership.account_id, said=said)


def _back_to_team(membership: Membership, said: str) -> Response:
    return see("identity.show_team", team_id=membership.team_id, said=said)
