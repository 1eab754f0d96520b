"""How to reach the person: what stands, asking them, and what stood on any day before."""

from datetime import date, timedelta
from typing import Any

from flask import request

from livingwell.adjustments.actions.preferences import record_preferences
from livingwell.adjustments.forms.preferences import preferences_form
from livingwell.adjustments.presenters.preferences import Told, changes_between
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.adjustments.queries.preferences import preferences_history, preferences_of, preferences_on, times_told
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.core.clock import london_instant, today
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@adjustments.get("/people/<uuid:person_id>/reaching")
@door(Permission.SEE_PEOPLE)
def show_preferences(person: Person) -> Any:
    """All of how to reach and support them, on one page."""
    said = preferences_of(person.id)
    return page(
        "adjustments/show_preferences.html",
        told=Told.of(said, person.preferred_name) if said else None,
        adjustments=adjustments_of(person.id),
    )


@adjustments.route("/people/<uuid:person_id>/reaching/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_preferences(person: Person) -> Any:
    """Ask beside the person, beginning with what stands. What stood before stays in the history."""
    form = preferences_form(preferences_of(person.id), times_told(person.id), person.preferred_name, person.language)
    draft = draft_of(form, "new_preferences", person.id)
    if saved(form, draft, lambda: record_preferences(person, form.command(), current_actor())):
        return see("adjustments.show_preferences", said="Saved. What stood before is kept.", person_id=person.id)
    return form_page("adjustments/new_preferences.html", form, draft)


@adjustments.get("/people/<uuid:person_id>/reaching/history")
@door(Permission.SEE_PEOPLE)
def list_preferences(person: Person) -> Any:
    """Every time they told us, what changed by it, and what stood on a chosen day."""
    day = _chosen_day()
    said = preferences_on(person.id, london_instant(day + timedelta(days=1), 0)) if day else None
    return page(
        "adjustments/list_preferences.html",
        day=day,
        typed=request.args.get("day", ""),
        then=Told.of(said, person.preferred_name) if said else None,
        changes=changes_between(preferences_history(person.id), person.preferred_name),
    )


def _chosen_day() -> date | None:
    """The day that was asked for; none for what is no day up to today. What stood at its end is shown."""
    try:
        day = date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= today() else None
