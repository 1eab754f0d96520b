"""Who sees a record: limiting it to named members, and whose own it is. For leads."""

from typing import Any

from flask import Response

from livingwell.core.errors import Invalid
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.actions import limiting
from livingwell.people.door import door
from livingwell.people.forms.reach import LimitForm, OwnRecordForm
from livingwell.people.models import Person
from livingwell.people.queries.limits import limit_of, members_to_name, named_on, own_record_of
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@people.route("/people/<uuid:person_id>/limit", methods=["GET", "POST"])
@door(Permission.LIMIT_RECORDS)
def edit_limit(person: Person) -> Any:
    """The members who still see the record, and why nobody else does."""
    limit = limit_of(person.id)
    named = [str(each.account_id) for each in named_on(person.id)]
    form = LimitForm(data={"account_ids": named, "reason": limit.reason if limit else ""})
    form.offer(members_to_name(person.id))
    draft = draft_of(form, "limit_record", person.id)
    if form.validate_on_submit():
        try:
            draft.save(limiting.limit_record, person, form.command(), current_actor())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            return _after(form, person)
    status = 422 if form.errors else 200
    return page("people/edit_limit.html", form=form, draft=draft, limit=limit, status=status)


@people.post("/people/<uuid:person_id>/limit/end")
@door(Permission.LIMIT_RECORDS)
def lift_limit(person: Person) -> Any:
    """Let the teams see the record again."""
    once(limiting.lift_limit, person, current_actor())
    return see("people.show_person", person_id=person.id, said="The team sees this record again.")


@people.route("/people/<uuid:person_id>/own-record", methods=["GET", "POST"])
@door(Permission.LIMIT_RECORDS)
def edit_own_record(person: Person) -> Any:
    """The member whose own record it is."""
    own = own_record_of(person.id)
    form = OwnRecordForm()
    form.offer(members_to_name(person.id))
    if form.validate_on_submit():
        account_id = form.chosen()
        once(limiting.mark_own_record, person, account_id, current_actor())
        return see("people.list_people", said="Marked. They never reach this record by the staff door.")
    return page("people/edit_own_record.html", form=form, own=own, status=422 if form.errors else 200)


@people.post("/people/<uuid:person_id>/own-record/end")
@door(Permission.LIMIT_RECORDS)
def unmark_own_record(person: Person) -> Any:
    """It was a mistake."""
    once(limiting.unmark_own_record, person, current_actor())
    return see("people.show_person", person_id=person.id, said="This is nobody’s own record any more.")


def _after(form: LimitForm, person: Person) -> Response:
    """On to the person, or to the list for whoever has just stopped seeing them."""
    if current_actor().account_id in form.command().account_ids:
        return see("people.show_person", person_id=person.id, said="The record is limited.")
    return see("people.list_people", said="The record is limited, also from you.")
