"""What a carer sees: whatever the person has agreed to, and nothing else."""

from flask import Response

from livingwell.identity.permissions import Permission
from livingwell.people.queries.own_reach import people_cared_for
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@portal.get("/for")
@needs(Permission.SEE_AS_CARER)
def list_cared_for() -> Response:
    """Everybody who shares something with the carer."""
    return page("portal/list_cared_for.html", people=people_cared_for(current_actor()))
