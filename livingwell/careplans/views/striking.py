"""Striking out what was recorded in error."""

from typing import Any
from uuid import UUID

from livingwell.careplans import actions
from livingwell.careplans.forms.review import StrikeForm
from livingwell.careplans.queries.lines import line_of
from livingwell.careplans.views.blueprint import careplans
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@careplans.route("/people/<uuid:person_id>/plan/struck/<line_kind>/<uuid:line_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def confirm_strike(person: Person, line_kind: str, line_id: UUID) -> Any:
    """Ask why, then strike the line out. It stays in the history."""
    line: Any = line_of(person.id, line_kind, line_id)
    said = getattr(line, "words", "") or getattr(line, "what", "") or getattr(line, "triggers", "")
    form = StrikeForm(name=person.preferred_name)
    draft = draft_of(form, "strike_line", person.id, line_id)
    if saved(form, draft, lambda: actions.strike_line(line, form.reason.data, current_actor())):
        endpoint = "careplans.show_safety_plan" if line_kind == "safety_plan" else "careplans.show_plan"
        return see(endpoint, said="Struck out. It stays in the history, with your reason.", person_id=person.id)
    return form_page("careplans/confirm_strike.html", form, draft, what=_said_of(line, said))


def _said_of(line: Any, said: str) -> str:
    return said or (f"{line.value} of 10" if hasattr(line, "value") else "This answer")
