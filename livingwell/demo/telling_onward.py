"""Telling everybody's way on, as events in time."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from livingwell.adjustments.models import Way
from livingwell.careplans.models import ActorKind, HowSaid, WhoseWords
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_onward import PERSON, EndStory, OnwardStory, OptionStory, PointStory, WalkStory, months_after
from livingwell.journeys.actions.choosing import choose
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.handing_over import start_hand_over
from livingwell.journeys.actions.hoping import add_hope
from livingwell.journeys.actions.landing import answer_landing
from livingwell.journeys.actions.looking import add_option
from livingwell.journeys.actions.pointing import add_point
from livingwell.journeys.actions.proposing import propose_closure
from livingwell.journeys.actions.receiving import deal_with_answer, note_told_answer
from livingwell.journeys.actions.staying_well import agree_staying_well, write_staying_well
from livingwell.journeys.actions.stepping import end_step, plan_step
from livingwell.journeys.actions.ways_back import agree_way_back
from livingwell.journeys.closing_commands import ProposeClosure
from livingwell.journeys.commands import ChoiceCommand, HopeCommand, OptionCommand, PointCommand, Voice
from livingwell.journeys.hand_over_commands import ReceiverAnswer, StepOutcome, StepPlan
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import (
    Choice,
    Destination,
    HandOverAnswerKind,
    HandOverStep,
    HandOverStepKind,
    Landed,
    OnwardJourney,
)
from livingwell.journeys.queries.closures import proposal_in
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.queries.landing import checks_of
from livingwell.journeys.staying_commands import AgreeStayingWell, AgreeWayBack, TellWayBack, WriteStayingWell
from livingwell.people.models import Episode, Person
from livingwell.people.queries.episodes import episodes_of

A_DAY_LATER = 2
"""So many days after it was first talked about, what helps to stay well is written down."""


class OnwardTelling:
    """One person's way on. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, story: OnwardStory, cast: Cast) -> None:
        self.story, self.cast = story, cast
        self.steps: dict[HandOverStepKind, HandOverStep] = {}

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        story, cast = self.story, self.cast
        yield Event(cast.at(story.days_ago, 11), self._hope)
        for minute, option in enumerate(story.options):
            yield Event(cast.at(story.days_ago, 11, 10 + minute), partial(self._look, option))
        if story.walk:
            yield Event(cast.at(story.days_ago, 11, 40), self._plan_walk)
        for step in story.walk:
            if step.in_days < 0:
                yield Event(cast.at(-step.in_days, 16), partial(self._walk, step))
        if story.accepted:
            name, days_ago = story.accepted
            yield Event(cast.at(days_ago, 15), partial(self._accept, name))
        if story.staying_well:
            yield Event(cast.at(story.days_ago - A_DAY_LATER, 14), self._stay_well)
        if story.end:
            yield from self._end_events(story.end)

    def _end_events(self, end: EndStory) -> Iterator[Event]:
        yield Event(self.cast.at(end.days_ago + 7, 10), partial(self._agree_way_back, end))
        yield Event(self.cast.at(end.days_ago + 7, 10, 5), partial(self._propose, end))
        yield Event(self.cast.at(end.days_ago, 10), self._complete)
        for weeks, landed, change in end.landed:
            at = self.cast.at(end.days_ago, 12) + timedelta(weeks=weeks, days=1)
            yield Event(at, partial(self._say_landed, weeks, landed, change))

    def _hope(self) -> None:
        for area, words in self.story.hopes:
            add_hope(self._person, HopeCommand(words, self._voice(PERSON), area), self._by)

    def _look(self, told: OptionStory) -> None:
        found = self.cast.services[told.name] if told.is_listed else None
        name = "" if told.is_listed else told.name
        option = add_option(
            self._person, OptionCommand(self._voice(self.story.by), name, told.what, told.area, found), self._by
        )
        for point in told.points:
            self._say_point(option, point)
        if told.said:
            command = ChoiceCommand(told.said, today(), seen=None, how=HowSaid.IN_PERSON, why=told.why)
            choose(self._journey, option, command, self._by)

    def _say_point(self, option: Destination, told: PointStory) -> None:
        add_point(self._journey, option, PointCommand(told.kind, told.words, self._voice(told.whose)), self._by)

    def _voice(self, whose: str) -> Voice:
        if whose == PERSON:
            return Voice(WhoseWords.PERSON, today(), how=HowSaid.IN_PERSON)
        return Voice(WhoseWords.SUGGESTED, today(), suggested_by=whose)

    def _plan_walk(self) -> None:
        chosen = next(each for each in self._journey.options if each.stands is Choice.CHOSEN)
        hand_over = start_hand_over(self._person.id, chosen.id, self._by)
        for step in self.story.walk:
            self.steps[step.kind] = plan_step(self._person, hand_over.id, self._step(step), self._by)

    def _step(self, told: WalkStory) -> StepPlan:
        by_on = self.cast.day(-told.in_days)
        if told.who == PERSON:
            return StepPlan(told.kind, by_on, ActorKind.PERSON)
        if told.who in self.cast.accounts:
            return StepPlan(told.kind, by_on, ActorKind.MEMBER, self.cast.id_of(told.who))
        return StepPlan(told.kind, by_on, ActorKind.OTHER, done_by=told.who)

    def _walk(self, told: WalkStory) -> None:
        step = self.steps[told.kind]
        end_step(self._person, step.hand_over_id, step.id, StepOutcome(True, today(), told.went), self._by)

    def _accept(self, name: str) -> None:
        hand_over_id = next(iter(self.steps.values())).hand_over_id
        answer = ReceiverAnswer(HandOverAnswerKind.ACCEPTED, name)
        told = note_told_answer(self._person.id, hand_over_id, answer, self._by)
        deal_with_answer(self._person.id, hand_over_id, told.id, HowSaid.IN_PERSON, self._by)

    def _stay_well(self) -> None:
        write_staying_well(self._person.id, WriteStayingWell(dict(self.story.staying_well), 0), self._by)
        agree_staying_well(self._person.id, AgreeStayingWell(1, today(), HowSaid.IN_PERSON), self._by)

    def _agree_way_back(self, end: EndStory) -> None:
        until = months_after(self.cast.day(end.days_ago), end.back_months)
        told = TellWayBack(today(), HowSaid.IN_PERSON)
        agree_way_back(self._episode, AgreeWayBack(until, self.story.by, end.back_way, 0, told=told), self._by)

    def _propose(self, end: EndStory) -> None:
        propose_closure(self._episode, ProposeClosure(end.kind, end.to_where, end.words), self._by)

    def _complete(self) -> None:
        proposal = proposal_in(self._episode.id)
        if proposal:
            complete_closure(proposal, self._by)

    def _say_landed(self, weeks: int, landed: Landed, change: str) -> None:
        check = next(each for each in checks_of(self._person.id) if each.weeks == weeks)
        answer_landing(self._person.id, check.id, AnswerLanding(landed, change, way=Way.VISIT, on=today()), self._by)

    @property
    def _person(self) -> Person:
        return self.cast.people[self.story.person]

    @property
    def _by(self) -> Actor:
        return self.cast.actors[self.story.by]

    @property
    def _episode(self) -> Episode:
        return episodes_of(self._person.id)[0]

    @property
    def _journey(self) -> OnwardJourney:
        journey = journey_now(self._person.id)
        if journey is None:
            raise LookupError(self.story.person)
        return journey
