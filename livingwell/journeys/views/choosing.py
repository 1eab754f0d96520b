"""What the person would like most, and what they choose."""

from typing import Any
from uuid import UUID

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys import actions
from livingwell.journeys.forms.choosing import ChoiceForm, ToldOrder, order_form
from livingwell.journeys.presenters.option_card import option_card
from livingwell.journeys.queries.beginning import open_consequences
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.finding import journey_for
from livingwell.journeys.views.saving import at_option, back_to_journey
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@journeys.route("/people/<uuid:person_id>/where-next/options/order", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_option_order(person: Person) -> Any:
    """The options as the person would like them most."""
    journey = journey_for(person)
    form = order_form(ToldOrder, journey, "Place", "Enter a number", name=person.preferred_name)
    if saved(form, None, lambda: actions.put_options_in_order(journey, form.command(), current_actor())):
        return back_to_journey(person, "The order is saved.", "options")
    return form_page("journeys/edit_option_order.html", form)


@journeys.route("/people/<uuid:person_id>/where-next/options/<uuid:option_id>/answer", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def new_choice(person: Person, option_id: UUID) -> Any:
    """What the person says: chosen, not now, no. What could follow stands above it, before a choice is fixed."""
    journey = journey_for(person)
    option = journey.option(option_id)
    card = option_card(journey, option, person.preferred_name, (), is_stale=False, landed="")
    form = ChoiceForm(name=person.preferred_name, data={"row_version": option.last_number})
    draft = draft_of(form, "new_choice", person.id, option_id)
    if saved(form, draft, lambda: actions.choose(journey, option, form.command(), current_actor())):
        return back_to_journey(person, "It is saved.", at_option(option_id))
    return form_page("journeys/new_choice.html", form, draft, option=card, open_in_plan=open_consequences(person.id))
