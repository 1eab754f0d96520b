"""How many landed, by place."""

from typing import Any
from uuid import UUID

from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import team_by_id
from livingwell.journeys.queries.landings import landed_for_team
from livingwell.oversight.presenters.landed import LandedRow, total_of
from livingwell.oversight.views.blueprint import oversight
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@oversight.get("/teams/<uuid:team_id>/landed")
@needs(Permission.SEE_PEOPLE)
def show_landed(team_id: UUID) -> Any:
    """What became of it, for everybody whose support ended, by the place that they chose."""
    found = landed_for_team(current_actor(), team_id)
    rows = [LandedRow.of(each.name, each.service_id, each.landings) for each in found]
    return page("oversight/show_landed.html", team=team_by_id(team_id), rows=rows, total=total_of(rows))
