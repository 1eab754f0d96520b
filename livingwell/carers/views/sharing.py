"""What the person says that a carer may know, and what else they ask about a carer."""

from typing import Any
from uuid import UUID

from livingwell.carers.actions.sharing import say_of_carer, share
from livingwell.carers.forms.people import EventForm
from livingwell.carers.forms.sharing import SharingForm
from livingwell.carers.labels import EVENTS
from livingwell.carers.models import CarerEventKind
from livingwell.carers.presenters.cards import Whom
from livingwell.carers.queries.carers import carer_of
from livingwell.carers.views.blueprint import carers
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/sharing", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_sharing(person: Person, carer_id: UUID) -> Any:
    """What the person told a member that the carer may know."""
    around = carer_of(person.id, carer_id)
    whom = Whom.of(around.carer)
    open_now = [each.topic.value for each in around.sharing.values() if each.is_open(today())]
    form = SharingForm(name=person.preferred_name, carer_name=whom.name, data={"topics": open_now})
    draft = draft_of(form, "edit_sharing", person.id, carer_id)
    if saved(form, draft, lambda: share(around.carer, form.command(), current_actor())):
        return see("carers.show_carer", said="Saved. It holds from now on.", person_id=person.id, carer_id=carer_id)
    return form_page("carers/edit_sharing.html", form, draft, carer=whom)


@carers.route("/people/<uuid:person_id>/carers/<uuid:carer_id>/asked/<carer_event>", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_event(person: Person, carer_id: UUID, carer_event: str) -> Any:
    """Please don't contact them; they no longer help; or the contrary. What can't be asked has no page."""
    if carer_event not in set(CarerEventKind):
        raise NotFound
    kind, carer = CarerEventKind(carer_event), carer_of(person.id, carer_id).carer
    whom, form = Whom.of(carer), EventForm(name=person.preferred_name)
    draft = draft_of(form, f"carer_{carer_event}", person.id, carer_id)
    if saved(form, draft, lambda: say_of_carer(carer, form.command(kind), current_actor())):
        return see("carers.show_carer", said="Saved.", person_id=person.id, carer_id=carer_id)
    heading = EVENTS[kind].format(carer=whom.name)
    return form_page("carers/new_event.html", form, draft, carer=whom, heading=heading, kind=kind.value)
