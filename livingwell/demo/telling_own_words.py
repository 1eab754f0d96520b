"""What people say on their own side to the plan and the meeting, and who read it, as events in time."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from livingwell.careplans.actions import accept_suggestion, make_suggestion
from livingwell.careplans.actions.ratings import rate_own_goal
from livingwell.careplans.commands import StepCommand, SuggestionCommand
from livingwell.careplans.models import ActorKind, Suggestion, SuggestionKind, TargetKind
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_own import NotQuiteStory, OwnSuggestionStory, OwnWordsStory
from livingwell.demo.telling_own import own_actor
from livingwell.discussions.actions.taking_part import say_way, say_who_there
from livingwell.discussions.actions.telling_answers import answer_telling
from livingwell.discussions.commands import AnswerTelling
from livingwell.discussions.models import IsItRight, Way
from livingwell.people.actions.arriving import read_arrival, send_arrival
from livingwell.people.models import Person
from livingwell.people.queries.arriving import arrivals_of

THIS_WEEK = 0


class OwnWordsTelling:
    """One person's words. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, person: str, story: OwnWordsStory, cast: Cast) -> None:
        self.name = person
        self.story = story
        self.cast = cast

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        for days_ago, goal, number in self.story.ratings:
            yield Event(self.cast.at(days_ago, 19, 20), partial(self._rate, goal, number))
        for told in self.story.suggestions:
            made: list[Suggestion] = []
            yield Event(self.cast.at(told.days_ago, 19, 40), partial(self._suggest, told, made))
            yield Event(self.cast.at(told.answered_days_ago, 14, 20), partial(self._accept, told, made))
        for not_quite in self.story.not_quite:
            yield Event(self.cast.at(not_quite.days_ago, 18, 50), partial(self._answer, not_quite))
        for days_ago, words in self.story.messages:
            yield Event(self.cast.at(days_ago, 17, 30), partial(self._write, words))
        for days_ago, member in self.story.reads:
            yield Event(self.cast.at(days_ago, 9, 20), partial(self._read, member))
        if self.story.speaker:
            yield Event(self.cast.at(1, 19), self._say_how_they_take_part)

    def _rate(self, goal: int, number: int) -> None:
        rate_own_goal(self.cast.goals[self.name, goal], number, self._themself)

    def _write(self, words: str) -> None:
        send_arrival(self._person.id, "message", words, self._themself)

    def _suggest(self, told: OwnSuggestionStory, made: list[Suggestion]) -> None:
        goal = self.cast.goals[self.name, told.goal]
        plan = plan_for_change(goal.plan_id)
        command = SuggestionCommand(SuggestionKind.ADDITION, TargetKind.GOAL, told.words, goal.id, told.why)
        made.append(make_suggestion(plan, command, self._themself))

    def _accept(self, told: OwnSuggestionStory, made: list[Suggestion]) -> None:
        [suggestion] = made
        step = StepCommand(told.words, ActorKind.MEMBER, self.cast.id_of(told.by), by_on=today() + timedelta(days=14))
        accept_suggestion(suggestion, self.cast.actors[told.by], step=step, why=told.answer)

    def _answer(self, told: NotQuiteStory) -> None:
        discussion = self.cast.discussions[told.weeks_ago, self.name]
        answer_telling(discussion, AnswerTelling(IsItRight.NOT_QUITE, told.words), self._themself)

    def _say_how_they_take_part(self) -> None:
        discussion = self.cast.discussions[THIS_WEEK, self.name]
        say_who_there(discussion, self.story.who_there, "", self._themself)
        say_way(discussion, Way.SPEAKER, self.story.speaker, "", self._themself)

    def _read(self, member: str) -> None:
        arrived, _has_more = arrivals_of(self._person.id, page=1)
        for each in arrived:
            if each.read_at is None:
                read_arrival(self._person, each.id, self.cast.actors[member])

    @property
    def _person(self) -> Person:
        return self.cast.people[self.name]

    @property
    def _themself(self) -> Actor:
        return own_actor(self.cast.own_accounts[self.name])
