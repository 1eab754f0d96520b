"""Checking in and out."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.errors import NotFound
from livingwell.discussions.actions.attendance import (
    check_in_carer,
    check_in_guest,
    check_in_member,
    check_in_person,
    check_out,
)
from livingwell.discussions.forms.meeting import CarerForm, GuestForm, carer_prefix
from livingwell.discussions.queries.attendance import check_in
from livingwell.discussions.queries.meetings import meeting
from livingwell.discussions.views.agenda import show_agenda
from livingwell.discussions.views.blueprint import discussions
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import see


@discussions.post("/meetings/<uuid:meeting_id>/check-ins")
@needs(Permission.DISCUSS)
def be_here(meeting_id: UUID) -> Any:
    """I am here; or a colleague is."""
    actor = current_actor()
    account_id = _account_sent() or actor.account_id
    if account_id is None:
        raise NotFound
    check_in_member(meeting(actor, meeting_id), account_id, actor)
    return _back(meeting_id)


@discussions.post("/meetings/<uuid:meeting_id>/guests")
@needs(Permission.DISCUSS)
def bring_guest(meeting_id: UUID) -> Any:
    """A guest is here."""
    actor = current_actor()
    held = meeting(actor, meeting_id)
    form = GuestForm(prefix="guest")
    if not form.validate():
        held.require_not_ended()  # its page has no such form any more: the answer gives the words back
        return show_agenda(meeting_id, guest=form, status=422)
    once(check_in_guest, held, form.command(), actor)
    return _back(meeting_id)


@discussions.post("/meetings/<uuid:meeting_id>/visitors/<uuid:person_id>")
@door(Permission.DISCUSS)
def bring_person(person: Person, meeting_id: UUID) -> Any:
    """The person is here for their own discussion."""
    actor = current_actor()
    once(check_in_person, meeting(actor, meeting_id), person, actor)
    return _back(meeting_id)


@discussions.post("/meetings/<uuid:meeting_id>/visitors/<uuid:person_id>/carers")
@door(Permission.DISCUSS)
def bring_carer(person: Person, meeting_id: UUID) -> Any:
    """A carer of the person is here."""
    actor = current_actor()
    held = meeting(actor, meeting_id)
    form = CarerForm(prefix=carer_prefix(person.id))
    if not form.validate():
        held.require_not_ended()  # its page has no such form any more: the answer gives the words back
        return show_agenda(meeting_id, carer=(person.id, form), status=422)
    once(check_in_carer, held, person, form.carer.data, actor)
    return _back(meeting_id)


@discussions.post("/meetings/<uuid:meeting_id>/check-ins/<uuid:check_in_id>/leaving")
@needs(Permission.DISCUSS)
def leave_meeting(meeting_id: UUID, check_in_id: UUID) -> Any:
    """Somebody has left."""
    actor = current_actor()
    once(check_out, meeting(actor, meeting_id), check_in(actor, meeting_id, check_in_id), actor)
    return _back(meeting_id)


def _account_sent() -> UUID | None:
    sent = request.form.get("account_id", "")
    try:
        return UUID(sent) if sent else None
    except ValueError:
        raise NotFound


def _back(meeting_id: UUID) -> Any:
    return see("discussions.show_meeting", meeting_id=meeting_id, anchor="here")
