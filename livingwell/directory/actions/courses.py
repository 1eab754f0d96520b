"""Courses of a service: added, changed, and taken off."""

from dataclasses import asdict
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Invalid
from livingwell.core.text import clean
from livingwell.directory import policy
from livingwell.directory.actions.keeping import keep_findable
from livingwell.directory.commands import CourseDetails, EditCourse
from livingwell.directory.models import Course, Service
from livingwell.directory.queries.courses import course_of
from livingwell.directory.queries.services import service_for_change
from livingwell.extensions import db


@atomic()
def add_course(service_id: UUID, details: CourseDetails, actor: Actor) -> Course:
    """A course of the service. Raises Invalid without a title, or where it ends before it starts."""
    service = _service_for_change(service_id, actor)
    course = Course(service_id=service_id)
    _fill(course, details, actor)
    db.session.add(course)
    db.session.flush()
    keep_findable([service])
    record("add_course", actor)
    return course


@atomic()
def edit_course(service_id: UUID, course_id: UUID, command: EditCourse, actor: Actor) -> Course:
    """The course as it is from now on; places left are counted today. Raises Stale where it was changed meanwhile."""
    service = _service_for_change(service_id, actor)
    course = course_of(service_id, course_id)
    course.require_version(command.row_version, as_typed(course))
    _fill(course, command.details, actor)
    db.session.flush()
    keep_findable([service])
    record("edit_course", actor)
    return course


@atomic()
def take_course_off(service_id: UUID, course_id: UUID, actor: Actor) -> None:
    """It does not take place, or was written down in error."""
    service = _service_for_change(service_id, actor)
    course_of(service_id, course_id).taken_off_on = today()
    db.session.flush()
    keep_findable([service])
    record("take_course_off", actor)


def as_typed(course: Course) -> dict[str, str]:
    """The course as text, by the names of the form's fields: for showing both where two people saved."""
    texts = {name: getattr(course, name) for name in ("title", "summary", "times", "place", "how_to_book")}
    return texts | {
        "starts_on": long_date(course.starts_on),
        "ends_on": long_date(course.ends_on) if course.ends_on else "",
        "places_left": "" if course.places_left is None else str(course.places_left),
    }


def _service_for_change(service_id: UUID, actor: Actor) -> Service:
    policy.require_change(actor)
    return service_for_change(service_id)


def _fill(course: Course, details: CourseDetails, actor: Actor) -> None:
    if not clean(details.title):
        raise Invalid({"title": "Enter the title of the course"})
    if details.ends_on and details.ends_on < details.starts_on:
        raise Invalid({"ends_on": "The last day must be on the first day or later"})
    if details.places_left is not None and details.places_left < 0:
        raise Invalid({"places_left": "Places left must be 0 or more"})
    for name, value in asdict(details).items():
        if name != "places_left":
            setattr(course, name, clean(value) if isinstance(value, str) else value)
    course.count_places(details.places_left, today())
    course.written_by = actor.name
