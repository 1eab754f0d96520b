"""The figures of one team."""

from typing import Any
from uuid import UUID

from flask import url_for

from livingwell.core.clock import today
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import team_by_id
from livingwell.oversight.models import Figure, Period
from livingwell.oversight.presenters.figures import FiguresCard
from livingwell.oversight.presenters.periods import in_words, offered
from livingwell.oversight.queries.figures import figures
from livingwell.oversight.views.asked import asked_period
from livingwell.oversight.views.blueprint import oversight
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@oversight.get("/teams/<uuid:team_id>/figures")
@needs(Permission.SEE_PEOPLE)
def show_figures(team_id: UUID) -> Any:
    """How the service does: contacts made as asked, adjustments met, and who was phoned against their wish."""
    asked = asked_period()
    counted = figures(current_actor(), team_id, asked.period)
    return page(
        "oversight/show_figures.html",
        status=422 if asked.problem else 200,
        problem=asked.problem,
        team=team_by_id(team_id),
        card=FiguresCard.of(counted, today(), lambda figure, **part: address_of(team_id, figure, asked.period, part)),
        period=asked.period,
        period_words=in_words(asked.period),
        offered=offered(today(), asked.period),
    )


def address_of(team_id: UUID, figure: Figure, period: Period, part: dict[str, Any]) -> str:
    """Where the list behind a figure is."""
    days: dict[str, Any] = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return url_for("oversight.list_behind_figure", team_id=team_id, figure=figure.value, **days, **part)
