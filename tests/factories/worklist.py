"""A member with a day ahead: people to support, things promised, and somebody for every reason to need them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from livingwell.careplans import actions as plans
from livingwell.careplans.commands import AnswerCommand
from livingwell.careplans.models import ActorKind, Answer, CarePlan, Goal, HowSaid, Step
from livingwell.core.actor import Actor
from livingwell.core.clock import fixed, today
from livingwell.discussions.models import Meeting
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.actions.episodes import allocate
from livingwell.people.models import AllocationRole, Episode, Person
from tests.factories.careplans import make_agreed, make_goal, make_plan, make_step
from tests.factories.discussions import Room, make_meeting
from tests.factories.people import make_person

THURSDAY = datetime(2026, 6, 11, 8, 35, tzinfo=UTC)
"""25 minutes before the meeting."""


def support(person: Person, account: Account, actor: Actor, role: AllocationRole = AllocationRole.KEY_WORKER) -> None:
    """Make the member key worker, or peer, in the person's one episode."""
    allocate(db.session.scalars(select(Episode).where(Episode.person_id == person.id)).one(), role, account.id, actor)


def ago(days: int) -> Any:
    """The clock some days before that Thursday."""
    return fixed(THURSDAY - timedelta(days=days))


def answer_plan(plan: CarePlan, actor: Actor, answer: Answer, on: date, **given: Any) -> None:
    """The person's answer to the plan as it stands."""
    version = plans.ask_agreement(plan, actor)
    command = AnswerCommand(answer, on, **{"how": HowSaid.BY_TEXT, **given})
    plans.record_agreement(version, command, actor)


class Desk(Room):
    """Priya's: a nurse, key worker to whom the tests add. Last week Ruth's team decided something about Amara."""

    def __init__(self) -> None:
        with ago(14):
            super().__init__()
        self.coming: Meeting | None = None

    def key_worked(self, preferred_name: str, family_name: str, **given: Any) -> Person:
        """Another person whose key worker is Priya."""
        person = make_person(preferred_name, family_name, team=self.team, **given)
        support(person, self.priya, self.chair)
        return person

    def agreed_plan(self, person: Person, days_ago: int = 30, review_in: int | None = 60) -> CarePlan:
        """A plan with one goal, to which the person said yes."""
        with ago(days_ago):
            plan = make_plan(person, self.nurse)
            make_goal(plan, self.nurse, is_rated=True, baseline=4)
            if review_in is not None:
                plans.set_review(plan, today() + timedelta(days=days_ago + review_in), self.priya.id, self.nurse)
            make_agreed(plan, self.nurse)
        return plan

    def step(self, goal: Goal, what: str, days: int) -> Step:
        """A step that Priya does, due in some days."""
        by_on = today() + timedelta(days=days)
        given = {"actor_kind": ActorKind.MEMBER, "done_by_id": self.priya.id, "by_on": by_on}
        return make_step(goal, self.nurse, what, **given)

    def promise(self, what: str, days: int) -> None:
        """A decision about Amara that Priya carries out, due in some days."""
        self.decide(what, member_id=self.priya.id, by_on=today() + timedelta(days=days))

    def meet_at_ten(self) -> Meeting:
        """A meeting in 25 minutes."""
        self.coming = make_meeting(self, THURSDAY + timedelta(minutes=25))
        return self.coming
