"""The page of Today."""

from typing import Any

from flask import Blueprint
from flask_login import current_user

from livingwell.audit import record_read
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page
from livingwell.worklist.presenters.today import Today
from livingwell.worklist.queries import day_of

worklist = Blueprint("worklist", __name__)


@worklist.get("/today")
@needs(Permission.SEE_PEOPLE)
def show_today() -> Any:
    """Where a member lands: the next meeting, what is due, who needs something, and who waits."""
    actor = current_actor()
    day = day_of(actor)
    record_read("show_today", actor, shown=sorted(day.person_ids))
    return page("worklist/show_today.html", today=Today.of(day, actor, has_teams=len(current_user.teams) > 1))
