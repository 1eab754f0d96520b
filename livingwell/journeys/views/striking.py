"""Striking out what was recorded in error, as on another person's journey."""

from typing import Any
from uuid import UUID

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys.models import Destination
from livingwell.journeys.queries.lines import onward_line_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.saving import back_to_journey
from livingwell.people.actions.striking import strike
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page


@journeys.route(
    "/people/<uuid:person_id>/where-next/struck/<onward_kind>/<uuid:onward_line_id>", methods=["GET", "POST"]
)
@door(Permission.CHANGE_PLANS)
def strike_onward_line(person: Person, onward_kind: str, onward_line_id: UUID) -> Any:
    """Ask why, then strike it out. It should never have been recorded."""
    line = onward_line_of(person.id, onward_kind, onward_line_id)
    form = StrikeForm()
    draft = draft_of(form, "strike_onward_line", person.id, onward_line_id)
    if form.validate_on_submit():
        draft.save(strike, line, form.reason.data, current_actor())
        return back_to_journey(person, "Struck out, with your reason.")
    what = line.name if isinstance(line, Destination) else line.words
    return page(
        "people/confirm_strike.html", form=form, draft=draft, what=f"“{what}”", status=422 if form.errors else 200
    )
