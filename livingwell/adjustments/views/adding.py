"""Adding several adjustments at once, and saying what they mean in practice."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import request

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.wording import word_adjustments
from livingwell.adjustments.catalogue import choices_found
from livingwell.adjustments.forms.adding import FIND, AddForm
from livingwell.adjustments.forms.wording import wording_form
from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.adjustments.presenters.picking import groups
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@adjustments.route("/people/<uuid:person_id>/adjustments/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def new_adjustments(person: Person) -> Any:
    """Pick several, or write them. The button that looks for choices saves nothing and keeps what is picked."""
    form = AddForm(name=person.preferred_name)
    draft = draft_of(form, "new_adjustments", person.id)
    is_search = FIND in request.form
    added: list[UUID] = []
    if not is_search and saved(form, draft, lambda: added.extend(_add(person, form))):
        return see("adjustments.word_new", said="Added to the list.", person_id=person.id, of=added)
    found = choices_found(form.sought.data or "") if is_search else choices_found("")
    shown = groups(found, form.picked.data or (), is_search=is_search)
    return form_page("adjustments/new_adjustments.html", form, draft, groups=shown, is_search=is_search)


@adjustments.route("/people/<uuid:person_id>/adjustments/wording", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def word_new(person: Person) -> Any:
    """What those just picked mean in practice, and why they matter. The address names them by their ids."""
    asked = _asked_about(person)
    if not asked:
        return see("adjustments.list_adjustments", person_id=person.id)
    form = wording_form(asked, person.preferred_name)
    draft = draft_of(form, "word_new", person.id)
    if saved(form, draft, lambda: word_adjustments(person, form.command(), current_actor())):
        return see("adjustments.list_adjustments", said="Saved.", person_id=person.id)
    return form_page("adjustments/word_new.html", form, draft)


def _add(person: Person, form: AddForm) -> list[UUID]:
    return [each.id for each in add_adjustments(person, form.command(), current_actor())]


def _asked_about(person: Person) -> Sequence[ReasonableAdjustment]:
    """Those that the address names; without names, those that say nothing yet."""
    named = set(request.args.getlist("of"))
    there = adjustments_of(person.id)
    return [each for each in there if (str(each.id) in named if named else not each.in_practice)]
