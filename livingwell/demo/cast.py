"""Who is who while the stories are told: the rows behind the names."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from livingwell.careplans.models import Goal, Step
from livingwell.core.actor import Actor
from livingwell.core.clock import london_instant
from livingwell.demo.stories.along_the_way import PEOPLE as ALONG_THE_WAY
from livingwell.demo.stories.onward import MOVED_ON, REACHED_BEFORE_MOVING_ON
from livingwell.demo.stories.reaching.along_the_way import REACHED as REACHED_ALONG_THE_WAY
from livingwell.demo.stories.reaching.under_way import REACHED as REACHED_UNDER_WAY
from livingwell.demo.stories.reaching.waiting import REACHED as REACHED_WAITING
from livingwell.demo.stories.under_way import PEOPLE as UNDER_WAY
from livingwell.demo.stories.waiting import PEOPLE as WAITING
from livingwell.demo.story import PersonStory
from livingwell.demo.story_reaching import ReachStory
from livingwell.discussions.models import CaseDiscussion
from livingwell.identity.models import Account, Team
from livingwell.people.models import Person

EVERYBODY: tuple[PersonStory, ...] = (*UNDER_WAY, *ALONG_THE_WAY, *WAITING, *MOVED_ON)
HOW_REACHED: tuple[ReachStory, ...] = (
    *REACHED_UNDER_WAY,
    *REACHED_ALONG_THE_WAY,
    *REACHED_WAITING,
    *REACHED_BEFORE_MOVING_ON,
)


@dataclass
class Cast:
    """The demo's team, its people, and the day from which the stories count."""

    team: Team
    today: date
    accounts: dict[str, Account]
    actors: dict[str, Actor]
    people: dict[str, Person] = field(default_factory=dict)
    services: dict[str, UUID] = field(default_factory=dict)
    goals: dict[tuple[str, int], Goal] = field(default_factory=dict)
    steps: dict[tuple[str, int, int], Step] = field(default_factory=dict)
    own_accounts: dict[str, Account] = field(default_factory=dict)
    discussions: dict[tuple[int, str], CaseDiscussion] = field(default_factory=dict)

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def at(self, days_ago: int, hour: int, minute: int = 0) -> datetime:
        return london_instant(self.day(days_ago), hour, minute)

    def id_of(self, member: str) -> UUID:
        return self.accounts[member].id

    def lead(self) -> Actor:
        return next(actor for actor in self.actors.values() if actor.leads(self.team.id))
