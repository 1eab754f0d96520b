"""Whom the person helps: they are a carer too."""

from typing import Any
from uuid import UUID

from livingwell.carers.actions.people import add_somebody_helped
from livingwell.carers.forms.people import HelpedForm
from livingwell.carers.queries.carers import helped_of
from livingwell.carers.views.blueprint import carers
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions.striking import strike
from livingwell.people.door import door
from livingwell.people.forms.reach import StrikeForm
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@carers.route("/people/<uuid:person_id>/helps/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_helped(person: Person) -> Any:
    """Somebody whom the person helps."""
    form = HelpedForm(name=person.preferred_name)
    draft = draft_of(form, "new_helped", person.id)
    if saved(form, draft, lambda: add_somebody_helped(person, form.command(), current_actor())):
        return see("carers.list_carers", said="Saved.", person_id=person.id)
    return form_page("carers/new_helped.html", form, draft)


@carers.route("/people/<uuid:person_id>/helps/<uuid:helped_id>/error", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def strike_helped(person: Person, helped_id: UUID) -> Any:
    """It should never have been recorded."""
    helped, _offers = helped_of(person.id, helped_id)
    form = StrikeForm()
    draft = draft_of(form, "strike_helped", person.id, helped_id)
    if form.validate_on_submit():
        draft.save(strike, helped, form.reason.data, current_actor())
        return see("carers.list_carers", said="Struck out, with your reason.", person_id=person.id)
    what = f"that {person.preferred_name} helps “{helped.who}”"
    return page("people/confirm_strike.html", form=form, draft=draft, what=what, status=422 if form.errors else 200)
