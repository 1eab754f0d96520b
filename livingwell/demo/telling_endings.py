"""Telling who proposed to end support, what was answered to it, and what became of it."""

from collections.abc import Iterator
from functools import partial

from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_endings import EndingStory, PointStory
from livingwell.journeys.actions.proposing import answer_point, propose_closure, withdraw_proposal
from livingwell.journeys.closing_commands import AnswerPoint, ProposeClosure
from livingwell.journeys.models import ClosureProposal
from livingwell.journeys.queries.closures import unanswered_proposals
from livingwell.people.queries.episodes import episodes_of

HOUR = 16


class EndingTelling:
    """One story of an ending."""

    def __init__(self, story: EndingStory, cast: Cast) -> None:
        self.story, self.cast = story, cast

    def events(self) -> Iterator[Event]:
        yield Event(self.cast.at(self.story.days_ago, HOUR), self._propose)
        for told in self.story.points:
            yield Event(self.cast.at(told.days_ago, HOUR), partial(self._answer, told))
        if self.story.withdrawn:
            by, days_ago, why = self.story.withdrawn
            yield Event(self.cast.at(days_ago, HOUR), partial(self._withdraw, by, why))

    def _propose(self) -> None:
        person = self.cast.people[self.story.person]
        command = ProposeClosure(self.story.kind, words=self.story.words)
        for episode in episodes_of(person.id):
            propose_closure(episode, command, self.cast.actors[self.story.by])

    def _answer(self, told: PointStory) -> None:
        answer_point(self._proposal(), AnswerPoint(told.point, told.words), self.cast.actors[told.by])

    def _withdraw(self, by: str, why: str) -> None:
        withdraw_proposal(self._proposal(), why, self.cast.actors[by])

    def _proposal(self) -> ClosureProposal:
        return unanswered_proposals(self.cast.people[self.story.person].id)[0]
