"""Support and a council carer's assessment: offered to a carer, or to the person as the carer of somebody else."""

from typing import Any
from uuid import UUID

from livingwell.carers.actions.offers import take_step_with_carer, take_step_with_person
from livingwell.carers.forms.sharing import OfferForm
from livingwell.carers.labels import OFFERS
from livingwell.carers.models import OfferKind
from livingwell.carers.models.offer import next_stages
from livingwell.carers.presenters.cards import Whom
from livingwell.carers.queries.carers import carer_of, helped_of
from livingwell.carers.views.blueprint import carers
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/offers/<offer_kind>", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_offer_step(person: Person, carer_id: UUID, offer_kind: str) -> Any:
    """The next step of what a carer is offered."""
    kind, around = _kind(offer_kind), carer_of(person.id, carer_id)
    whom = Whom.of(around.carer)
    stages = next_stages(each for each in around.offers if each.kind is kind)
    form = OfferForm(name=person.preferred_name, carer_name=whom.name, stages=stages)
    draft = draft_of(form, f"offer_{offer_kind}", person.id, carer_id)
    if saved(form, draft, lambda: take_step_with_carer(around.carer, form.command(kind), current_actor())):
        return see("carers.show_carer", said="Saved.", person_id=person.id, carer_id=carer_id)
    return form_page("carers/new_offer_step.html", form, draft, what=OFFERS[kind], who=whom.name, carer=whom)


@carers.route("/people/<uuid:person_id>/helps/<uuid:helped_id>/offers/<offer_kind>", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_helped_step(person: Person, helped_id: UUID, offer_kind: str) -> Any:
    """The same for the person, who helps somebody."""
    kind = _kind(offer_kind)
    helped, steps = helped_of(person.id, helped_id)
    name = person.preferred_name
    stages = next_stages(each for each in steps if each.kind is kind)
    form = OfferForm(name=name, carer_name=name, stages=stages)
    draft = draft_of(form, f"offer_{offer_kind}", person.id, helped_id)
    if saved(form, draft, lambda: take_step_with_person(helped, form.command(kind), current_actor())):
        return see("carers.list_carers", said="Saved.", person_id=person.id)
    return form_page("carers/new_offer_step.html", form, draft, what=OFFERS[kind], who=name, carer=None)


def _kind(offer_kind: str) -> OfferKind:
    if offer_kind not in set(OfferKind):
        raise NotFound
    return OfferKind(offer_kind)
