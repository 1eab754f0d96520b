"""Courses of a service."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.core.errors import NotFound
from livingwell.directory.models import Course
from livingwell.extensions import db


def courses_of(service_id: UUID) -> Sequence[Course]:
    """Its courses that were not taken off, in the order in which they begin, past ones too."""
    of_it = select(Course).where(Course.service_id == service_id, Course.taken_off_on.is_(None))
    return db.session.scalars(of_it.order_by(Course.starts_on, Course.title, Course.id)).all()


def course_of(service_id: UUID, course_id: UUID) -> Course:
    """One course of this service. Raises NotFound for another's, or one that was taken off."""
    course = db.session.get(Course, course_id)
    if course is None or course.service_id != service_id or course.taken_off_on is not None:
        raise NotFound
    return course
