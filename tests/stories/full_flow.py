"""Amara's discussion of the demo, brought into full flow: for the README's pictures, and to look at every page."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.discussions.actions.attendance import check_in_member
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.deciding import answer_decision, decide
from livingwell.discussions.actions.presence import be_present
from livingwell.discussions.actions.round import add_view, answer_challenge
from livingwell.discussions.commands import AddView, Answer, Decide
from livingwell.discussions.models import CaseDiscussion, Decision, Meeting, Outcome
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.round import challenges
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.models import Person
from tests.factories.identity import actor_for
from tests.factories.routes import World


@dataclass(frozen=True)
class Demo(World):
    """The demo's team, Amara, and Ruth, who chairs today's meeting."""

    @classmethod
    def make(cls) -> "Demo":
        team = db.session.scalars(select(Team)).one()
        amara = db.session.scalars(select(Person).where(Person.preferred_name == "Amara")).one()
        return cls(team, amara, account_called("Ruth Okafor"))

    @cached_property
    def discussion_id(self) -> UUID:
        """Amara's place on today's agenda, begun, with what members said and decided."""
        mine = CaseDiscussion.person_id == self.person.id
        waiting = select(CaseDiscussion.id).join(Meeting).where(mine, Meeting.ended_at.is_(None))
        found = db.session.scalars(waiting).one()
        self._discuss(found)
        return found

    def member(self, name: str) -> Actor:
        """Somebody of the team at work."""
        return actor_for(account_called(name), self.team)

    def _discuss(self, discussion_id: UUID) -> None:
        here = discussion(self.actor, self.person.id, discussion_id)
        members = ("Ruth Okafor", "Jo Brennan", "Dev Lal", "Priya Mistry", "Callum Reid", "Sana Iqbal")
        for name in members:
            check_in_member(here.meeting, account_called(name).id, self.actor)
        start_discussion(here, self.actor)
        self._say_what_became_of_the_last_decisions()
        in_her_words = AddView(
            "The phone rang on Monday. I lost two days. The tram I can do.", is_by_person=True, how="by text"
        )
        add_view(here, in_her_words, self.member("Jo Brennan"))
        for name, words in (
            ("Jo Brennan", "A ringing phone is a threat when you wait for bad news. Text, and say when you will."),
            ("Priya Mistry", "Her sleep rating has stayed at 3. The bad nights come after calls, not after rides."),
            ("Callum Reid", "Two stops alone went well. The third she chose herself. Afternoons are her time."),
        ):
            add_view(here, AddView(words), self.member(name))
        [asked] = challenges(self.person.id, discussion_id)
        answer_challenge(here, asked, "No. Her number is still in the system. It comes out today.", self.actor)
        for what, who, days, why in (
            (
                "Take Amara’s number out of the reminder system today",
                "Ruth Okafor",
                0,
                "The supplier was asked a week ago",
            ),
            ("Ride three stops together, Amara leading", "Jo Brennan", 5, "She wants the third stop"),
        ):
            command = Decide(what, account_called(who).id, today() + timedelta(days=days), why)
            decide(here, command, self.actor)
        be_present(here, "challenges", self.member("Priya Mistry"))

    def _say_what_became_of_the_last_decisions(self) -> None:
        """Of one: another still waits to be asked."""
        open_ones = select(Decision).where(Decision.person_id == self.person.id, Decision.settled_at.is_(None))
        for row in db.session.scalars(open_ones.order_by(Decision.created_at)).all()[1:]:
            answer_decision(
                row,
                Answer(Outcome.PARTLY, "The letter is written. Amara reads it on Thursday."),
                self.member("Callum Reid"),
            )


def account_called(name: str) -> Account:
    return db.session.scalars(select(Account).where(Account.name == name)).one()
