"""Courses of a service."""

from typing import Any
from uuid import UUID

from flask import Response

from livingwell.core.errors import Stale
from livingwell.directory.actions import courses as actions
from livingwell.directory.forms.courses import CourseForm
from livingwell.directory.presenters.entry import Named
from livingwell.directory.queries.courses import course_of
from livingwell.directory.queries.services import service_of
from livingwell.directory.views.blueprint import directory
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.people.saving import form_page, saved
from livingwell.web.conflicts import show_conflict
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import see


@directory.route("/directory/<uuid:service_id>/courses/new", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def new_course(service_id: UUID) -> Any:
    """A course of the service."""
    named, actor = Named.of(service_of(service_id)), current_actor()
    form = CourseForm(name=named.name)
    draft = draft_of(form, "new_course", None, service_id)
    if saved(form, draft, lambda: actions.add_course(service_id, form.details(), actor)):
        return _back(service_id, "The course is there.")
    return form_page("directory/edit_course.html", form, draft, entry=named, is_new=True)


@directory.route("/directory/<uuid:service_id>/courses/<uuid:course_id>/edit", methods=["GET", "POST"])
@needs(Permission.CHANGE_DIRECTORY)
def edit_course(service_id: UUID, course_id: UUID) -> Any:
    """The course as it is from now on."""
    named, actor = Named.of(service_of(service_id)), current_actor()
    form = CourseForm(name=named.name, obj=course_of(service_id, course_id))
    draft = draft_of(form, "edit_course", None, course_id)
    try:
        if saved(form, draft, lambda: actions.edit_course(service_id, course_id, form.command(), actor)):
            return _back(service_id, "The course is changed.")
    except Stale as stale:
        return show_conflict(stale)
    return form_page("directory/edit_course.html", form, draft, entry=named, is_new=False)


@directory.post("/directory/<uuid:service_id>/courses/<uuid:course_id>/off")
@needs(Permission.CHANGE_DIRECTORY)
def take_course_off(service_id: UUID, course_id: UUID) -> Response:
    """It does not take place."""
    once(actions.take_course_off, service_id, course_id, current_actor())
    return _back(service_id, "The course is off the page.")


def _back(service_id: UUID, said: str) -> Response:
    return see("directory.show_service", said=said, anchor="courses", service_id=service_id)
