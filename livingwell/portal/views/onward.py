"""Where next: the person's hopes, and what they look at with their team."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys import actions
from livingwell.journeys.commands import HopeCommand, Voice
from livingwell.journeys.forms.choosing import order_form
from livingwell.journeys.models import OnwardJourney
from livingwell.journeys.queries.beginning import said_already
from livingwell.journeys.queries.journeys import episode_now, journey_now
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.onward import OwnHopeForm, OwnOrderForm
from livingwell.portal.presenters.onward import own_onward, said_before
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@portal.get("/my/onward")
@own_door
def show_onward(person: Person) -> Any:
    """The hopes first, then the options."""
    journey = journey_now(person.id)
    shown = own_onward(journey, _can_write(person, journey))
    already = None if shown.hopes else said_before(said_already(person.id))
    return page("portal/onward/show_onward.html", onward=shown, already=already)


@portal.route("/my/onward/hopes/new", methods=["GET", "POST"])
@own_door
def new_own_hope(person: Person) -> Any:
    """A hope for after."""
    form = OwnHopeForm()
    draft = draft_of(form, "my_hope", person.id)
    if saved(form, draft, lambda: actions.add_hope(person, form.command(), current_actor())):
        return see("portal.show_onward", said=_("Your hope is saved. Your team can see it."))
    return form_page("portal/onward/edit_own_hope.html", form, draft, hope_id=None)


@portal.post("/my/onward/hopes/from-plan")
@own_door
def use_plan_as_hope(person: Person) -> Response:
    """The words that were said already are right: told once, they are not asked again."""
    said = said_already(person.id)
    if said is None:
        raise NotFound
    once(actions.add_hope, person, HopeCommand(said.words, Voice.own()), current_actor())
    return see("portal.show_onward", said=_("Your hope is saved. Your team can see it."))


@portal.route("/my/onward/hopes/<uuid:hope_id>", methods=["GET", "POST"])
@own_door
def edit_own_hope(person: Person, hope_id: UUID) -> Any:
    """The same in other words."""
    journey = onward_of(person)
    hope = journey.hope(hope_id)
    form = OwnHopeForm(data={"words": hope.words, "row_version": journey.wording(hope)})
    draft = draft_of(form, "my_hope", person.id, hope_id)
    if saved(form, draft, lambda: actions.reword_hope(journey, hope, form.command(), current_actor())):
        return see("portal.show_onward", said=_("Your hope is saved. Your team can see it."))
    return form_page("portal/onward/edit_own_hope.html", form, draft, hope_id=hope_id)


@portal.post("/my/onward/hopes/<uuid:hope_id>/removal")
@own_door
def take_own_hope_out(person: Person, hope_id: UUID) -> Response:
    """It is no hope of theirs any more."""
    journey = onward_of(person)
    once(actions.take_hope_out, journey, journey.hope(hope_id), None, current_actor())
    return see("portal.show_onward", said=_("It is taken away."))


@portal.route("/my/onward/order", methods=["GET", "POST"])
@own_door
def edit_own_order(person: Person) -> Any:
    """What the person would like most."""
    journey = onward_of(person)
    form = order_form(OwnOrderForm, journey, _("Number"), _("Write a number"))
    if saved(form, None, lambda: actions.put_options_in_order(journey, form.command(), current_actor())):
        return see("portal.show_onward", said=_("Your order is saved. Your team can see it."))
    return form_page("portal/onward/edit_own_order.html", form)


def onward_of(person: Person) -> OnwardJourney:
    """The person's journey. Raises NotFound before anything was written."""
    journey = journey_now(person.id)
    if journey is None:
        raise NotFound
    return journey


def _can_write(person: Person, journey: OnwardJourney | None) -> bool:
    episode = journey.episode if journey else episode_now(person.id)
    return episode is not None and episode.ended_on is None
