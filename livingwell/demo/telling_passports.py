"""How each passport came about, as events in time."""

from collections.abc import Iterator
from functools import partial

from livingwell.core.actor import Actor
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_own import PassportStory, SectionStory, ShareStory
from livingwell.demo.telling_own import own_actor
from livingwell.passports.actions import MadeShare, open_share, share_passport, write_section
from livingwell.passports.commands import MakeShare, WriteSection
from livingwell.passports.models import HowWritten
from livingwell.people.models import Person

A_PHONE = "Safari on an iPhone"


class PassportTelling:
    """One person's passport. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, person: str, story: PassportStory, cast: Cast) -> None:
        self.person = person
        self.story = story
        self.cast = cast

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        for told in self.story.sections:
            yield Event(self.cast.at(told.days_ago, 15 if told.by else 20, 10), partial(self._write, told))
        if self.story.share:
            yield from self._share_events(self.story.share)

    def _share_events(self, told: ShareStory) -> Iterator[Event]:
        made: list[MadeShare] = []
        yield Event(self.cast.at(told.days_ago, 20, 30), partial(self._share, told, made))
        for days_ago in told.opened_days_ago:
            yield Event(self.cast.at(days_ago, 11, 5), partial(self._open, made))

    def _write(self, told: SectionStory) -> None:
        actor = self._themself if told.how is HowWritten.BY_PERSON else self.cast.actors[told.by]
        write_section(self._person.id, WriteSection(told.section, told.words, told.how), actor)

    def _share(self, told: ShareStory, made: list[MadeShare]) -> None:
        made.append(share_passport(self._person.id, MakeShare(told.lasting, told.for_whom), self._themself))

    def _open(self, made: list[MadeShare]) -> None:
        [share] = made
        open_share(share.token, share.pin, A_PHONE)

    @property
    def _person(self) -> Person:
        return self.cast.people[self.person]

    @property
    def _themself(self) -> Actor:
        return own_actor(self.cast.own_accounts[self.person])
