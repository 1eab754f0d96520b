"""Courses of a service."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.core.dates import long_date, short_date
from livingwell.directory.models import Course


@dataclass(frozen=True)
class CourseCard:
    """One course in words. `places`: how many are left, with the day on which it was so."""

    id: UUID
    title: str
    summary: str
    when: str
    times: str
    place: str
    places: str
    how_to_book: str


def course_cards(courses: Iterable[Course], day: date) -> tuple[list[CourseCard], list[CourseCard]]:
    """Those to come or under way, and those that are past, the latest first."""
    kept = list(courses)
    to_come = [_card(course) for course in kept if not course.is_past(day)]
    return to_come, [_card(course) for course in reversed(kept) if course.is_past(day)]


def _card(course: Course) -> CourseCard:
    return CourseCard(
        id=course.id,
        title=course.title,
        summary=course.summary,
        when=when_of(course.starts_on, course.ends_on),
        times=course.times,
        place=course.place,
        places=_places(course),
        how_to_book=course.how_to_book,
    )


def when_of(starts_on: date, ends_on: date | None) -> str:
    """On 3 May 2026, or 3 May to 7 June 2026."""
    if ends_on is None or ends_on == starts_on:
        return long_date(starts_on)
    start = short_date(starts_on) if starts_on.year == ends_on.year else long_date(starts_on)
    return f"{start} to {long_date(ends_on)}"


def _places(course: Course) -> str:
    if course.places_left is None or course.counted_on is None:
        return "Not known"
    left = f"{course.places_left} left" if course.places_left else "None left"
    return f"{left}, as of {long_date(course.counted_on)}"
