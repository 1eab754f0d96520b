"""One option for afterwards: what is good and hard about it, and what the person says to it."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.errors import NotFound
from livingwell.directory.freshness import is_fresh
from livingwell.directory.queries.services import service_of
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys import actions
from livingwell.journeys.models import Destination, OnwardJourney, PointKind
from livingwell.journeys.queries.landings import landed_by_service
from livingwell.journeys.queries.matching import matches_of, needed_by
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.onward import OwnChoiceForm, OwnOptionForm, OwnPointForm, OwnServiceForm
from livingwell.portal.presenters.onward import OwnOption, asked_about, own_option
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.onward import onward_of
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

OPTION = "/my/onward/options/<uuid:option_id>"


@portal.get(OPTION)
@own_door
def show_own_option(person: Person, option_id: UUID) -> Any:
    """All that is said about it, and what the person needs there."""
    journey = onward_of(person)
    option = journey.option(option_id)
    shown = _with_what_is_known(person, journey, option)
    return page("portal/onward/show_own_option.html", option=shown, can_write=journey.episode.ended_on is None)


@portal.route("/my/onward/options/new", methods=["GET", "POST"])
@own_door
def new_own_option(person: Person) -> Any:
    """Something that the person would like to look at."""
    form = OwnOptionForm()
    draft = draft_of(form, "my_option", person.id)
    if saved(form, draft, lambda: actions.add_option(person, form.command(), current_actor())):
        return see("portal.show_onward", said=_("It is saved. Your team looks at it with you."))
    return form_page("portal/onward/new_own_option.html", form, draft)


@portal.route("/my/onward/options/from/<uuid:service_id>", methods=["GET", "POST"])
@own_door
def look_at_service(person: Person, service_id: UUID) -> Any:
    """A service to look at. One that nobody has checked in time is no option yet: the page says what to do."""
    service = service_of(service_id)
    if not is_fresh(service):
        return page("portal/onward/not_checked.html", name=service.name)
    name = service.name
    form = OwnServiceForm()
    if saved(form, None, lambda: actions.add_option(person, form.command(service_id), current_actor())):
        return see("portal.show_onward", said=_("It is saved. Your team looks at it with you."))
    return form_page("portal/onward/look_at_service.html", form, name=name)


@portal.route(f"{OPTION}/add/<point_kind>", methods=["GET", "POST"])
@own_door
def new_own_point(person: Person, option_id: UUID, point_kind: str) -> Any:
    """Something good or hard about it, or something that it could change."""
    if point_kind not in list(PointKind):
        raise NotFound
    journey, kind = onward_of(person), PointKind(point_kind)
    option = journey.option(option_id)
    name = option.name
    form = OwnPointForm()
    draft = draft_of(form, f"my_{point_kind}", person.id, option_id)
    if saved(form, draft, lambda: actions.add_point(journey, option, form.command(kind), current_actor())):
        return see("portal.show_own_option", said=_("It is saved."), option_id=option_id)
    question, hint = asked_about(kind)
    return form_page(
        "portal/onward/new_own_point.html",
        form,
        draft,
        option_id=option_id,
        name=name,
        question=question,
        hint=hint,
    )


@portal.post(f"{OPTION}/points/<uuid:point_id>/removal")
@own_door
def take_own_point_out(person: Person, option_id: UUID, point_id: UUID) -> Response:
    """It is not so any more."""
    journey = onward_of(person)
    option = journey.option(option_id)
    once(actions.take_point_out, journey, option, option.point(point_id), None, current_actor())
    return see("portal.show_own_option", said=_("It is taken away."), option_id=option_id)


@portal.route(f"{OPTION}/answer", methods=["GET", "POST"])
@own_door
def choose_own_option(person: Person, option_id: UUID) -> Any:
    """Yes, not now, or no. The person can change their mind at any time."""
    journey = onward_of(person)
    option = journey.option(option_id)
    shown = own_option(journey, option)
    form = OwnChoiceForm(data={"row_version": option.last_number})
    draft = draft_of(form, "my_choice", person.id, option_id)
    if saved(form, draft, lambda: actions.choose(journey, option, form.command(), current_actor())):
        return see("portal.show_own_option", said=_("Your answer is saved. Your team reads it."), option_id=option.id)
    return form_page("portal/onward/choose_own_option.html", form, draft, option=shown)


def _with_what_is_known(person: Person, journey: OnwardJourney, option: Destination) -> OwnOption:
    """An entry of the directory tells more: what the person needs there, and how it went for others."""
    service_id = option.service_id
    if service_id is None:
        return own_option(journey, option)
    matches = matches_of(needed_by(person.id).needs, [service_id])[service_id]
    return own_option(journey, option, matches, landed_by_service([service_id]).get(service_id))
