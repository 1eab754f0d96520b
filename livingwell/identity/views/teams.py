"""Teams: the administrator's list of them, and each team's own page for its members."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from livingwell.core.errors import Invalid
from livingwell.identity.actions import teams
from livingwell.identity.forms import TeamForm
from livingwell.identity.models import Membership
from livingwell.identity.permissions import Permission
from livingwell.identity.policy import require_member
from livingwell.identity.presenters import MemberLine, TeamLine
from livingwell.identity.queries.teams import members_of, team_by_id, teams_by_name
from livingwell.identity.views.blueprint import identity
from livingwell.identity.views.carrying import current_session
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see


@identity.get("/team")
@needs(Permission.SEE_TEAM)
def list_own_teams() -> Any:
    """My team; or a choice between them for somebody in several."""
    own = current_session().teams
    if len(own) == 1:
        return see("identity.show_team", team_id=own[0].id)
    return page("identity/list_own_teams.html", teams=own)


@identity.get("/teams/<uuid:team_id>")
@needs(Permission.SEE_TEAM)
def show_team(team_id: UUID) -> Any:
    """Who is in the team."""
    actor = current_actor()
    require_member(actor, team_id)
    return page(
        "identity/show_team.html",
        team=team_by_id(team_id),
        members=[MemberLine.of(member) for member in members_of([team_id])],
        may_mark=actor.leads(team_id),
    )


@identity.get("/teams")
@needs(Permission.MANAGE_ACCOUNTS)
def list_teams() -> Any:
    """Every team, for the account administrator."""
    known = teams_by_name()
    members: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for member in members_of(team.id for team in known):
        members[member.team_id].append(member)
    return page("identity/list_teams.html", teams=[TeamLine.of(team, members[team.id]) for team in known])


@identity.route("/teams/new", methods=["GET", "POST"])
@needs(Permission.MANAGE_ACCOUNTS)
def new_team() -> Any:
    """Begin a team."""
    form = TeamForm()
    if form.validate_on_submit():
        try:
            team = teams.create_team(form.name.data, current_actor())
            return see("identity.list_teams", said=f"{team.name} is there. Put people in it from their accounts.")
        except Invalid as error:
            form.refuse(error)
    return page("identity/new_team.html", status=422 if form.errors else 200, form=form)


@identity.route("/teams/<uuid:team_id>/edit", methods=["GET", "POST"])
@needs(Permission.MANAGE_ACCOUNTS)
def edit_team(team_id: UUID) -> Any:
    """Rename a team."""
    form = TeamForm(obj=team_by_id(team_id))
    if form.validate_on_submit():
        try:
            teams.rename_team(team_id, form.name.data, current_actor())
            return see("identity.list_teams", said="The name is changed.")
        except Invalid as error:
            form.refuse(error)
    return page("identity/edit_team.html", status=422 if form.errors else 200, form=form)
