"""The staying-well plan, as members write it with the person."""

from typing import Any

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.staying_well import agree_staying_well, write_staying_well
from livingwell.journeys.forms.staying_well import StayingWellAgreedForm, StayingWellForm
from livingwell.journeys.presenters.staying_well import staying_well_page
from livingwell.journeys.queries.staying_well import (
    said_already,
    staying_well_agreed,
    staying_well_now,
    staying_well_version,
    staying_well_versions,
)
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

STAYING_WELL = "/people/<uuid:person_id>/staying-well"


@journeys.get(STAYING_WELL)
@door(Permission.SEE_PLANS)
def show_staying_well(person: Person) -> Any:
    """What it says now, or how to begin."""
    plan = staying_well_now(person.id)
    shown = staying_well_page(plan, person.preferred_name, staying_well_agreed(person.id)) if plan else None
    return page("journeys/show_staying_well.html", plan=shown)


@journeys.route(f"{STAYING_WELL}/edit", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_staying_well(person: Person) -> Any:
    """Write it with the person. Saving makes the next version."""
    plan = staying_well_now(person.id)
    form = StayingWellForm(name=person.preferred_name, obj=plan, row_version=plan.number if plan else 0)
    form.offer(said_already(person.id), plan)
    draft = draft_of(form, "edit_staying_well", person.id)
    if saved(form, draft, lambda: write_staying_well(person.id, form.command(), current_actor())):
        return see("journeys.show_staying_well", said="The staying-well plan is saved.", person_id=person.id)
    return form_page("journeys/edit_staying_well.html", form, draft)


@journeys.route(f"{STAYING_WELL}/versions/<int:staying_version>/agreement", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def agree_to_staying_well(person: Person, staying_version: int) -> Any:
    """The person told a member: this is mine."""
    plan = staying_well_version(person.id, staying_version)
    form = StayingWellAgreedForm(name=person.preferred_name)
    if saved(form, None, lambda: agree_staying_well(person.id, form.command(plan.number), current_actor())):
        return see("journeys.show_staying_well", said="Saved: it is theirs.", person_id=person.id)
    shown = staying_well_page(plan, person.preferred_name)
    return form_page("journeys/agree_staying_well.html", form, plan=shown)


@journeys.get(f"{STAYING_WELL}/versions")
@door(Permission.SEE_PLANS)
def list_staying_well(person: Person) -> Any:
    """Every version, the newest first."""
    plans = [staying_well_page(each, person.preferred_name) for each in staying_well_versions(person.id)]
    return page("journeys/list_staying_well.html", plans=plans)
