"""Adding, correcting, checking, withdrawing and bringing back an entry."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.core.errors import Invalid, Stale
from livingwell.directory.actions import services as actions
from livingwell.directory.actions.checking import check_service as keep_check
from livingwell.directory.forms.checking import KEPT
from livingwell.directory.forms.entry import ServiceForm, WithdrawForm
from livingwell.directory.presenters.entry import Named
from livingwell.directory.queries.services import service_of
from livingwell.directory.views.blueprint import directory
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.saving import form_page, saved
from livingwell.web.conflicts import show_conflict
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import see


@directory.route("/directory/new", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def new_service() -> Any:
    """An entry made by hand."""
    form, actor = ServiceForm(name="the service"), current_actor()
    draft = draft_of(form, "new_service")
    if saved(form, draft, lambda: actions.add_service(form.details(), actor)):
        return see("directory.show_service", said="The entry is there.", service_id=form.made_id)
    return form_page("directory/edit_service.html", form, draft, entry=None)


@directory.route("/directory/<uuid:service_id>/edit", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def edit_service(service_id: UUID) -> Any:
    """What it says from now on."""
    service, actor = service_of(service_id), current_actor()
    form, named = ServiceForm.of(service, actions.position_of(service)), Named.of(service)
    draft = draft_of(form, "edit_service", None, service_id)
    try:
        if saved(form, draft, lambda: actions.edit_service(service_id, form.command(), actor)):
            return see("directory.show_service", said="The entry is changed.", service_id=service_id)
    except Stale as stale:
        return show_conflict(stale)
    return form_page("directory/edit_service.html", form, draft, entry=named)


@directory.post("/directory/<uuid:service_id>/checks")
@needs(Permission.CHANGE_DIRECTORY)
def check_service(service_id: UUID) -> Response:
    """I have checked this: one press, which says how."""
    how = KEPT.get(request.form.get("how", ""))
    if how is None:
        raise Invalid({"how": "Go back and choose how you checked it."})
    once(keep_check, service_id, how, current_actor())
    return see("directory.show_service", said="Thank you. It says that you checked it today.", service_id=service_id)


@directory.route("/directory/<uuid:service_id>/withdrawal", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def withdraw_service(service_id: UUID) -> Any:
    """It is no longer there."""
    named, actor = Named.of(service_of(service_id)), current_actor()
    form = WithdrawForm(name=named.name)
    draft = draft_of(form, "withdraw_service", None, service_id)
    if saved(form, draft, lambda: actions.withdraw_service(service_id, form.reason.data, actor)):
        return see("directory.show_service", said="It is out of the directory.", service_id=service_id)
    return form_page("directory/withdraw_service.html", form, draft, entry=named)


@directory.post("/directory/<uuid:service_id>/return")
@needs(Permission.CHANGE_DIRECTORY)
def bring_back_service(service_id: UUID) -> Response:
    """It is there after all."""
    once(actions.bring_back_service, service_id, current_actor())
    return see("directory.show_service", said="It is back. Check that it is right.", service_id=service_id)
