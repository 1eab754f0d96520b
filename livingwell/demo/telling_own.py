"""What happened on the side of people and carers, as events in time."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from livingwell.audit import record
from livingwell.carers.actions.notes import tell_as_carer
from livingwell.carers.actions.people import add_carer
from livingwell.carers.actions.sharing import share
from livingwell.carers.commands import Share, Tell, Told
from livingwell.carers.models import Carer, HowTold
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_own import CarerNoteStory, CarerStory, OwnSideStory, WayInStory
from livingwell.demo.telling_letters import A_MINUTE, work
from livingwell.identity.models import Account
from livingwell.identity.queries.own_accounts import sign_ins_of
from livingwell.people.models import Person
from livingwell.portal.actions.access import invite
from livingwell.portal.actions.carer_access import invite_carer

ASKED_AGAIN_AFTER = timedelta(days=180)
"""When a carer's agreement is asked about again."""

HERE = "http://127.0.0.1:5000"
"""Where the demo is served, unless somebody chose another port."""


class OwnSideTelling:
    """One person's own side. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, story: OwnSideStory, cast: Cast) -> None:
        self.story = story
        self.cast = cast
        self.carers: dict[str, Carer] = {}

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        if self.story.way_in:
            yield from self._way_in_events(self.story.way_in)
        for told in self.story.carers:
            yield from self._carer_events(told)

    def _way_in_events(self, told: WayInStory) -> Iterator[Event]:
        at = self.cast.at(told.days_ago, 10)
        yield Event(at, partial(self._invite, told))
        yield Event(at + A_MINUTE, work)
        if told.used_days_ago is not None:
            yield Event(self.cast.at(told.used_days_ago, 19), partial(self._use, self.story.person))

    def _carer_events(self, told: CarerStory) -> Iterator[Event]:
        yield Event(self.cast.at(told.days_ago, 11), partial(self._add_carer, told))
        if told.way_in:
            at = self.cast.at(told.way_in.days_ago, 12)
            yield Event(at, partial(self._invite_carer, told, told.way_in))
            yield Event(at + A_MINUTE, work)
            if told.way_in.used_days_ago is not None:
                yield Event(self.cast.at(told.way_in.used_days_ago, 20), partial(self._use, told.details.name))
        for note in told.notes:
            yield Event(self.cast.at(note.days_ago, 20, 30), partial(self._tell_as_carer, told, note))

    def _invite(self, told: WayInStory) -> None:
        account = invite(self._person, told.way, HERE, self.cast.actors[told.by])
        self.cast.own_accounts[self.story.person] = account

    @atomic()
    def _use(self, name: str) -> None:
        """The first time: from then on what is sent there is enough."""
        account = self.cast.own_accounts[name]
        for sign_in in sign_ins_of([account.id]):
            sign_in.confirm()
        record("confirm_way_in", own_actor(account), self._person.id)

    def _add_carer(self, told: CarerStory) -> None:
        by = self.cast.actors[told.by]
        carer = add_carer(self._person, told.details, by)
        self.carers[told.details.name] = carer
        if told.shares:
            until = today() + ASKED_AGAIN_AFTER
            share(carer, Share(dict.fromkeys(told.shares, until), told=Told(HowTold.IN_PERSON, said=told.said)), by)

    def _invite_carer(self, told: CarerStory, way_in: WayInStory) -> None:
        name, by = told.details.name, self.cast.actors[way_in.by]
        account = invite_carer(self._person, self.carers[name].id, way_in.way, told.born_on, HERE, by)
        self.cast.own_accounts[name] = account

    def _tell_as_carer(self, told: CarerStory, note: CarerNoteStory) -> None:
        name = told.details.name
        is_own = note.how is HowTold.OWN_SIDE
        actor = own_actor(self.cast.own_accounts[name]) if is_own else self.cast.actors[note.to]
        tell_as_carer(self.carers[name], Tell(note.words, note.may_see, note.how), actor)

    @property
    def _person(self) -> Person:
        return self.cast.people[self.story.person]


def own_actor(account: Account) -> Actor:
    """A person or a carer at their own account."""
    return Actor(account_id=account.id, name=account.name, side=account.side)
