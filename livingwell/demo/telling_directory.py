"""Telling the demo's directory: entries written down, told about, and checked again."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_directory import CourseStory, ServiceStory, ViewStory
from livingwell.directory.actions.checking import check_service
from livingwell.directory.actions.courses import add_course
from livingwell.directory.actions.features import say_feature
from livingwell.directory.actions.services import add_service
from livingwell.directory.commands import CourseDetails, SayFeature, ServiceDetails
from livingwell.directory.models import Feature

VIEWS_AFTER = 2
"""So many days after it was written down, members say what it is like."""


class DirectoryTelling:
    """One entry, from the day when somebody wrote it down."""

    def __init__(self, story: ServiceStory, cast: Cast) -> None:
        self.story, self.cast = story, cast

    def events(self) -> Iterator[Event]:
        """What happened to it, each at its time."""
        story, cast = self.story, self.cast
        yield Event(cast.at(story.days_ago, 11), self._write)
        for minute, view in enumerate(story.views):
            yield Event(cast.at(story.days_ago - VIEWS_AFTER, 14, minute), partial(self._say, view))
        for minute, course in enumerate(story.courses):
            yield Event(cast.at(6, 15, minute), partial(self._add_course, course))
        if story.checked_again:
            by, how, days_ago = story.checked_again
            yield Event(cast.at(days_ago, 10), partial(self._check, by, how))

    def _write(self) -> None:
        story = self.story
        latitude, longitude = story.at or (None, None)
        details = ServiceDetails(
            name=story.name,
            kind=story.kind,
            summary=story.summary,
            address=story.address,
            postcode=story.postcode,
            latitude=latitude,
            longitude=longitude,
            **story.more,
        )
        self.cast.services[story.name] = add_service(details, self.cast.actors[story.by]).id

    def _say(self, view: ViewStory) -> None:
        feature = view.what if isinstance(view.what, Feature) else None
        words = view.words if feature else str(view.what)
        say_feature(
            self.cast.services[self.story.name], SayFeature(view.is_so, feature, words=words), self.cast.actors[view.by]
        )

    def _add_course(self, course: CourseStory) -> None:
        starts_on = self.cast.day(0) + timedelta(days=course.in_days)
        details = CourseDetails(
            title=course.title,
            summary=course.summary,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(weeks=course.weeks - 1),
            times=course.times,
            how_to_book=course.how_to_book,
            places_left=course.places_left,
        )
        add_course(self.cast.services[self.story.name], details, self.cast.actors[self.story.by])

    def _check(self, by: str, how: str) -> None:
        check_service(self.cast.services[self.story.name], how, self.cast.actors[by])
