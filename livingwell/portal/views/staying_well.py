"""My plan for staying well: the whole, a part a page, every version, and my word that it is mine."""

from typing import Any

from flask import Response

from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys.actions.staying_well import agree_staying_well, write_staying_well
from livingwell.journeys.models import StayingPart
from livingwell.journeys.queries.staying_well import (
    said_already,
    staying_well_agreed,
    staying_well_now,
    staying_well_version,
    staying_well_versions,
)
from livingwell.journeys.staying_commands import AgreeStayingWell
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.staying_well import StayingPartForm
from livingwell.portal.presenters.staying_well import HINTS, my_staying_well
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

MY_STAYING_WELL = "/my/staying-well"


@portal.get(MY_STAYING_WELL)
@own_door
def show_staying_well(person: Person) -> Response:
    """What it says now, and what I can do with it."""
    plan = staying_well_now(person.id)
    agreed = staying_well_agreed(person.id) if plan else None
    return page("portal/staying_well/show_staying_well.html", plan=my_staying_well(plan, agreed))


@portal.route(f"{MY_STAYING_WELL}/parts/<staying_part>", methods=["GET", "POST"])
@own_door
def edit_staying_well(person: Person, staying_part: str) -> Any:
    """One part."""
    part, plan = _part_called(staying_part), staying_well_now(person.id)
    form = StayingPartForm(obj=plan, row_version=plan.number if plan else 0)
    form.ask_only(part)
    form.offer(said_already(person.id), plan)
    draft = draft_of(form, "staying_well_part", person.id, part.key)
    if saved(form, draft, lambda: write_staying_well(person.id, form.command(), current_actor())):
        return see("portal.show_staying_well", said=_("Saved."), anchor=part.key)
    return form_page("portal/staying_well/edit_part.html", form, draft, part=part, hint=HINTS[part])


@portal.post(f"{MY_STAYING_WELL}/versions/<int:staying_version>/mine")
@own_door
def say_staying_well_is_mine(person: Person, staying_version: int) -> Response:
    """I say: this is mine. Of the version that I have read."""
    plan = staying_well_version(person.id, staying_version)
    command = AgreeStayingWell(plan.number, today(), HowSaid.ON_THIS_SCREEN)
    try:
        once(agree_staying_well, person.id, command, current_actor())
    except Conflict:
        return see("portal.show_staying_well", said=_("It has changed since you read it. Please read it again."))
    return see("portal.show_staying_well", said=_("Thank you. It is yours."))


@portal.get(f"{MY_STAYING_WELL}/versions")
@own_door
def list_staying_well(person: Person) -> Response:
    """Every version, the newest first."""
    versions = [my_staying_well(each) for each in staying_well_versions(person.id)]
    return page("portal/staying_well/list_versions.html", versions=versions)


@portal.get(f"{MY_STAYING_WELL}/versions/<int:staying_version>")
@own_door
def show_staying_well_version(person: Person, staying_version: int) -> Response:
    """What it said then."""
    plan = my_staying_well(staying_well_version(person.id, staying_version))
    return page("portal/staying_well/show_version.html", plan=plan)


def _part_called(key: str) -> StayingPart:
    """The part that an address names."""
    part = next((each for each in StayingPart if each.key == key), None)
    if part is None:
        raise NotFound
    return part
