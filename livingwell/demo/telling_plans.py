"""What happened to each person's plan, as events in time."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from livingwell.careplans import actions
from livingwell.careplans.commands import (
    AnswerCommand,
    ConsequenceCommand,
    GoalCommand,
    GoalStatusCommand,
    SafetyPlanCommand,
    StatementCommand,
    StepCommand,
    StepStatusCommand,
    SuggestionCommand,
)
from livingwell.careplans.models import (
    ActorKind,
    Answer,
    CarePlan,
    Consequence,
    Goal,
    GoalState,
    StatementKind,
    StepState,
    TargetKind,
    WhoseWords,
)
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story import (
    AnswerStory,
    ConsequenceStory,
    GoalStory,
    PersonStory,
    SafetyStory,
    StepStory,
    SuggestionStory,
)
from livingwell.people.models import Person

RATED_AT_ONCE = 3


class PlanTelling:
    """One person's plan. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, story: PersonStory, cast: Cast) -> None:
        self.story = story
        self.cast = cast
        self.consequences: dict[int, Consequence] = {}

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        started = self.story.started_days_ago
        if started is None:
            return
        yield self._event(started, 11, self._start)
        for number, goal in enumerate(self.story.goals):
            yield from self._goal_events(number, goal, started)
        for number, consequence in enumerate(self.story.consequences):
            yield from self._consequence_events(number, consequence)
        for suggestion in self.story.suggestions:
            yield self._event(2, 15, self._suggest, suggestion)
        if self.story.answer:
            yield self._event(self.story.answer.days_ago, 16, self._agree, self.story.answer)
            for step in self.story.changed_after_answer:
                yield self._event(7, 15, self._add_step, 0, None, step)
        if self.story.safety:
            yield self._event(self.story.safety.agreed_days_ago, 14, self._save_safety_plan, self.story.safety)

    def _goal_events(self, number: int, goal: GoalStory, started: int) -> Iterator[Event]:
        begun = goal.ratings[0][0] if goal.ratings else started
        yield self._event(begun, 12, self._agree_goal, number, goal)
        for place, step in enumerate(goal.steps):
            yield self._event(begun, 13, self._add_step, number, place, step)
            if step.status is not StepState.PLANNED:
                yield self._event(max(-step.in_days, 1), 14, self._set_step, number, place, step)
        for days_ago, value in goal.ratings[1:]:
            yield self._event(days_ago, 12, self._rate, number, value)
        if goal.status in (GoalState.REACHED, GoalState.LET_GO):
            last = goal.ratings[-1][0] if goal.status is GoalState.REACHED else 60
            yield self._event(last, 15, self._set_goal, number, goal.status)

    def _consequence_events(self, number: int, told: ConsequenceStory) -> Iterator[Event]:
        talked = told.talked_through_days_ago
        yield self._event((talked or 5) + 3, 15, self._raise_consequence, number, told)
        if talked is not None:
            yield self._event(talked, 16, self._talk_through, number, told)

    def _event(self, days_ago: int, hour: int, tell: Callable[..., None], *given: Any) -> Event:
        return Event(self.cast.at(days_ago, hour), partial(tell, *given))

    def _start(self) -> None:
        said = (
            (StatementKind.MATTERS, self.story.matters),
            (StatementKind.GOOD_AT, self.story.good_at),
            (StatementKind.WHERE_NEXT, self.story.where_next),
        )
        for kind, words in said:
            if words:
                actions.state(self._person, self._statement(kind, words), self._worker)
        for need in self.story.needs:
            actions.add_need(self._person, self._statement(StatementKind.NEED, need, WhoseWords.TOGETHER), self._worker)
        if self.story.review_in_days is not None:
            review_on = self.cast.today + timedelta(days=self.story.review_in_days)
            actions.set_review(self._plan, review_on, self._worker.account_id, self._worker)

    def _statement(self, kind: StatementKind, words: str, whose: WhoseWords = WhoseWords.PERSON) -> StatementCommand:
        return StatementCommand(kind, words, whose, self.cast.day(self.story.started_days_ago or 0))

    def _agree_goal(self, number: int, goal: GoalStory) -> None:
        whose = {"person": WhoseWords.PERSON, "ours": WhoseWords.TOGETHER}.get(goal.whose, WhoseWords.SUGGESTED)
        command = GoalCommand(
            words=goal.words,
            whose_words=whose,
            said_on=self.cast.day(goal.ratings[0][0]) if goal.ratings else self.cast.today,
            life_area=goal.area,
            suggested_by=goal.whose if whose is WhoseWords.SUGGESTED else "",
            why_it_matters=goal.why,
            importance=goal.importance,
            is_rated=bool(goal.ratings) and number < RATED_AT_ONCE,
            baseline=goal.ratings[0][1] if goal.ratings else None,
        )
        row = actions.agree_goal(self._plan, command, self._worker)
        self.cast.goals[self.story.name, number] = row
        if goal.status is not GoalState.SUGGESTED:
            actions.set_goal_status(row, GoalStatusCommand(GoalState.IN_PROGRESS), self._worker)

    def _set_goal(self, number: int, state: GoalState) -> None:
        why = "They did it." if state is GoalState.REACHED else f"{self.story.preferred_name} chose another one."
        actions.set_goal_status(self._goal(number), GoalStatusCommand(state, why), self._worker)

    def _add_step(self, number: int, place: int | None, step: StepStory) -> None:
        kind = ActorKind.PERSON if step.who == "person" else ActorKind.MEMBER
        command = StepCommand(
            what=step.what,
            actor_kind=kind,
            done_by_id=self.cast.id_of(step.who) if kind is ActorKind.MEMBER else None,
            with_whom=self.story.preferred_name if kind is ActorKind.MEMBER else "",
            by_on=self.cast.today + timedelta(days=step.in_days),
            in_the_way=step.barrier,
            then_we=step.then,
            confidence=step.confidence,
        )
        row = actions.add_step(self._goal(number), command, self._worker)
        if place is not None:
            self.cast.steps[self.story.name, number, place] = row

    def _set_step(self, number: int, place: int, step: StepStory) -> None:
        row = self.cast.steps[self.story.name, number, place]
        actions.set_step_status(row, StepStatusCommand(step.status), self._worker)

    def _rate(self, number: int, value: int) -> None:
        actions.rate_goal(self._goal(number), value, self._told_on, self._worker)

    def _raise_consequence(self, number: int, told: ConsequenceStory) -> None:
        command = ConsequenceCommand(told.area, told.what)
        self.consequences[number] = actions.raise_consequence(self._plan, command, self.cast.actors[told.raised_by])

    def _talk_through(self, number: int, told: ConsequenceStory) -> None:
        actions.talk_through(self.consequences[number], self._told_on, told.decided, self._worker)

    def _suggest(self, told: SuggestionStory) -> None:
        is_for_step = told.step is not None
        target = self.cast.steps[self.story.name, told.goal, told.step or 0] if is_for_step else self._goal(told.goal)
        command = SuggestionCommand(
            told.kind, TargetKind.STEP if is_for_step else TargetKind.GOAL, told.text, target.id, told.why
        )
        suggestion = actions.make_suggestion(self._plan, command, self.cast.actors[told.by])
        if told.is_for_meeting:
            actions.take_to_meeting(suggestion, self.cast.actors[told.by])

    def _agree(self, told: AnswerStory) -> None:
        actor = self.cast.actors[told.to]
        version = actions.ask_agreement(self._plan, actor)
        is_asked = told.answer is not Answer.COULD_NOT_ASK
        again = told.ask_again_in_days
        command = AnswerCommand(
            answer=told.answer,
            on=self._told_on,
            how=told.how if is_asked else None,
            words=told.words if told.answer is Answer.YES else "",
            not_right=told.words if told.answer is Answer.NO else "",
            why_not_asked="" if is_asked else told.words,
            ask_by=None if again is None else self.cast.today + timedelta(days=again),
        )
        actions.record_agreement(version, command, actor)
        if told.answer is Answer.YES:
            actions.sign_off(version, self._worker)

    def _save_safety_plan(self, told: SafetyStory) -> None:
        command = SafetyPlanCommand(
            triggers=told.triggers,
            early_signs=told.early_signs,
            what_helps=told.what_helps,
            what_should_happen=told.what_should_happen,
            who_to_contact=told.who_to_contact,
            advance_wishes=told.advance_wishes,
            agreed_with=self.story.preferred_name,
            agreed_on=self._told_on,
            review_on=self._told_on + timedelta(days=90),
        )
        actions.save_safety_plan(self._person, command, self._worker)

    @property
    def _told_on(self) -> date:
        """The day that is being told."""
        return today()

    @property
    def _person(self) -> Person:
        return self.cast.people[self.story.name]

    @property
    def _plan(self) -> CarePlan:
        plan = current_plan(self._person.id)
        if plan is None:
            return actions.start_plan(self._person, self._worker)
        return plan

    @property
    def _worker(self) -> Actor:
        return self.cast.actors[self.story.key_worker]

    def _goal(self, number: int) -> Goal:
        return self.cast.goals[self.story.name, number]
