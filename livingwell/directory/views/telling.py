"""Saying what a service is like."""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.core.errors import Invalid
from livingwell.directory.actions.features import say_feature
from livingwell.directory.commands import SayFeature
from livingwell.directory.forms.telling import NO, YES, FeatureForm
from livingwell.directory.models import Feature
from livingwell.directory.presenters.entry import Named
from livingwell.directory.queries.services import service_of
from livingwell.directory.views.blueprint import directory
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import see

LIKE = "like"


@directory.route("/directory/<uuid:service_id>/features/new", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def new_feature(service_id: UUID) -> Any:
    """One thing that it is like."""
    named, actor = Named.of(service_of(service_id)), current_actor()
    form = FeatureForm(name=named.name)
    draft = draft_of(form, "new_feature", None, service_id)
    if saved(form, draft, lambda: say_feature(service_id, form.command(), actor)):
        return _back(service_id)
    return form_page("directory/new_feature.html", form, draft, entry=named)


@directory.post("/directory/<uuid:service_id>/features")
@needs(Permission.CHANGE_DIRECTORY)
def say_of_feature(service_id: UUID) -> Response:
    """It is so, or it is not: one press beside what somebody said already."""
    once(say_feature, service_id, _pressed(), current_actor())
    return _back(service_id)


def _pressed() -> SayFeature:
    """Which button was pressed, and about what. Raises Invalid for what no page sends."""
    is_so, feature, about = (request.form.get(name, "") for name in ("is_so", "feature", "about_id"))
    try:
        about_id = UUID(about) if about else None
    except ValueError:
        about_id = None
    if is_so not in (YES, NO) or (feature not in set(Feature) and about_id is None):
        raise Invalid({"is_so": "Go back and choose what you know."})
    return SayFeature(is_so == YES, Feature(feature) if feature in set(Feature) else None, about_id)


def _back(service_id: UUID) -> Response:
    said = "Thank you. It stands there with your name."
    return see("directory.show_service", said=said, anchor=LIKE, service_id=service_id)
