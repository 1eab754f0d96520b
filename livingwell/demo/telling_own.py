"""What happened on the side of people and carers, as events in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from livingwell.audit import record
from livingwell.carers.actions.notes import tell_as_carer
from livingwell.carers.actions.people import add_carer
from livingwell.carers.actions.sharing import let_in, share
from livingwell.carers.commands import Share, Tell, Told
from livingwell.carers.models import Carer, HowTold
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_own import CarerNoteStory, CarerStory, OwnSideStory, WayInStory
from livingwell.extensions import db
from livingwell.identity.actions.own_accounts import open_own_account, set_way_in
from livingwell.identity.models import Account, OwnSignIn
from livingwell.people.models import OwnRecord, Person

ASKED_AGAIN_AFTER = timedelta(days=180)
"""When a carer's agreement is asked about again."""


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
        opened: list[OwnSignIn] = []
        yield Event(self.cast.at(told.days_ago, 10), partial(self._open, told, opened))
        if told.used_days_ago is not None:
            yield Event(self.cast.at(told.used_days_ago, 19), partial(self._use, self.story.person, opened))

    def _carer_events(self, told: CarerStory) -> Iterator[Event]:
        yield Event(self.cast.at(told.days_ago, 11), partial(self._add_carer, told))
        if told.way_in:
            opened: list[OwnSignIn] = []
            yield Event(self.cast.at(told.way_in.days_ago, 12), partial(self._let_carer_in, told, told.way_in, opened))
            if told.way_in.used_days_ago is not None:
                yield Event(self.cast.at(told.way_in.used_days_ago, 20), partial(self._use, told.details.name, opened))
        for note in told.notes:
            yield Event(self.cast.at(note.days_ago, 20, 30), partial(self._tell_as_carer, told, note))

    @atomic()
    def _open(self, told: WayInStory, opened: list[OwnSignIn]) -> None:
        account = self._opened(Side.PERSON, self.story.person, told, opened)
        db.session.add(OwnRecord(person_id=self._person.id, account_id=account.id))
        record("open_own_account", self.cast.actors[told.by], self._person.id)
        self.cast.own_accounts[self.story.person] = account

    def _opened(
        self, side: Side, name: str, told: WayInStory, opened: list[OwnSignIn], born_on: date | None = None
    ) -> Account:
        by = self.cast.actors[told.by]
        account = open_own_account(side, name, by, self._person.id, born_on=born_on)
        opened.append(set_way_in(account.id, told.way, told.address, by, self._person.id))
        return account

    @atomic()
    def _use(self, name: str, opened: list[OwnSignIn]) -> None:
        """The first time: from then on what is sent there is enough."""
        [sign_in] = opened
        sign_in.confirm()
        record("confirm_way_in", own_actor(self.cast.own_accounts[name]), self._person.id)

    def _add_carer(self, told: CarerStory) -> None:
        by = self.cast.actors[told.by]
        carer = add_carer(self._person, told.details, by)
        self.carers[told.details.name] = carer
        if told.shares:
            until = today() + ASKED_AGAIN_AFTER
            share(carer, Share(dict.fromkeys(told.shares, until), told=Told(HowTold.IN_PERSON, said=told.said)), by)

    @atomic()
    def _let_carer_in(self, told: CarerStory, way_in: WayInStory, opened: list[OwnSignIn]) -> None:
        account = self._opened(Side.CARER, told.details.name, way_in, opened, told.born_on)
        let_in(self.carers[told.details.name], account.id, self.cast.actors[way_in.by])
        record("open_own_account", self.cast.actors[way_in.by], self._person.id)
        self.cast.own_accounts[told.details.name] = account

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
