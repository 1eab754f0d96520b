"""Changing one adjustment, what lies behind it, and the order of all of them."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.actions.wording import disclose, put_in_order, word_adjustments
from livingwell.adjustments.forms.wording import DisclosureForm, EditForm, order_form
from livingwell.adjustments.queries.adjustments import adjustment_of, adjustments_of
from livingwell.adjustments.views.blueprint import adjustments
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@adjustments.route("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/edit", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_adjustment(person: Person, adjustment_id: UUID) -> Any:
    """What it means in practice and why it matters. How it read before stays in its history."""
    adjustment = adjustment_of(person.id, adjustment_id)
    form, what = EditForm(name=person.preferred_name, obj=adjustment), adjustment.what
    draft = draft_of(form, "edit_adjustment", person.id, adjustment_id)
    if saved(form, draft, lambda: word_adjustments(person, [form.command(adjustment_id)], current_actor())):
        return to_adjustment(person, adjustment_id, "Saved.")
    return form_page("adjustments/edit_adjustment.html", form, draft, what=what, adjustment_id=adjustment_id)


@adjustments.route("/people/<uuid:person_id>/adjustments/<uuid:adjustment_id>/behind", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_behind(person: Person, adjustment_id: UUID) -> Any:
    """An impairment or a diagnosis, where the person wants to say."""
    adjustment = adjustment_of(person.id, adjustment_id)
    form, what = DisclosureForm(name=person.preferred_name, obj=adjustment), adjustment.what
    if saved(form, None, lambda: disclose(person, adjustment_id, form.command(), current_actor())):
        return to_adjustment(person, adjustment_id, "Saved.")
    return form_page("adjustments/edit_behind.html", form, what=what, adjustment_id=adjustment_id)


@adjustments.route("/people/<uuid:person_id>/adjustments/order", methods=["GET", "POST"])
@door(Permission.CHANGE_PEOPLE)
def edit_order(person: Person) -> Any:
    """The person's own order: the first three stand at the top of every page about them."""
    form = order_form(adjustments_of(person.id), person.preferred_name)
    if saved(form, None, lambda: put_in_order(person, form.wanted(), form.was_read(), current_actor())):
        return see("adjustments.list_adjustments", said="The order is saved.", person_id=person.id)
    return form_page("adjustments/edit_order.html", form)


def to_adjustment(person: Person, adjustment_id: UUID, said: str) -> Any:
    """On to the adjustment, with a line that says what was done."""
    return see("adjustments.show_adjustment", said=said, person_id=person.id, adjustment_id=adjustment_id)
