"""The screen turned to the person: a cover, then the plan alone, and their answer."""

from typing import Any

from flask import get_flashed_messages

from livingwell.careplans import actions
from livingwell.careplans.forms.agreement import TurnedRoundForm
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.careplans.models.snapshot import digest_of
from livingwell.careplans.presenters.agreement import agreement_side
from livingwell.careplans.presenters.plan_page import turned_page
from livingwell.careplans.queries.versions import changes_since
from livingwell.careplans.views.blueprint import careplans
from livingwell.careplans.views.finding import plan_of
from livingwell.core.clock import today
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@careplans.get("/people/<uuid:person_id>/plan/cover")
@door(Permission.SEE_PLANS)
def turn_screen(person: Person) -> Any:
    """A cover, with nothing of anybody on it. What was said to the member before is not shown to the person."""
    get_flashed_messages()
    return page("careplans/turn_screen.html")


@careplans.route("/people/<uuid:person_id>/plan/turned", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def show_turned(person: Person) -> Any:
    """The plan alone, large, in the person's own order, and what they say to it."""
    plan = plan_of(person)
    snapshot = as_the_person_sees(plan)
    name = person.preferred_name
    standing = agreement_side(changes_since(plan, name), name)
    form = TurnedRoundForm(name=name, seen=digest_of(snapshot))
    draft = draft_of(form, "turned_round", person.id)
    if saved(form, draft, lambda: actions.answer_as_read(plan, form.seen.data, form.command(), current_actor())):
        return see("careplans.show_turned", person_id=person.id, anchor="agreed")
    get_flashed_messages()
    shown = turned_page(snapshot, name, today())
    return form_page("careplans/show_turned.html", form, draft, plan=shown, agreement=standing)
