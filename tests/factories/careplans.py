"""Plans and their lines for tests: made by the actions themselves, so that a test starts from what can be."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from livingwell.careplans import actions
from livingwell.careplans.commands import (
    AnswerCommand,
    ConsequenceCommand,
    GoalCommand,
    HoldBackCommand,
    PersonsAnswer,
    SafetyPlanCommand,
    StatementCommand,
    StepCommand,
    SuggestionCommand,
)
from livingwell.careplans.models import (
    ActorKind,
    Answer,
    CarePlan,
    ConsequenceArea,
    Goal,
    HeldBack,
    HowSaid,
    LifeArea,
    PlanVersion,
    PrivateGoal,
    Statement,
    StatementKind,
    Step,
    Suggestion,
    SuggestionKind,
    TargetKind,
    WhoseWords,
)
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.people.actions.commenting import comment_on
from livingwell.people.models import Person, PersonComment
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account


def make_plan(person: Person, actor: Actor, matters: str = "I want to get to the library and back.") -> CarePlan:
    """A plan that begins with what matters to the person."""
    make_statement(person, actor, matters)
    return actions.start_plan(person, actor)


def make_statement(
    person: Person, actor: Actor, words: str, kind: StatementKind = StatementKind.MATTERS, **given: Any
) -> Statement:
    """A statement in the person's words; a need is told `kind=StatementKind.NEED`."""
    command = StatementCommand(kind, words, **{"whose_words": WhoseWords.PERSON, "said_on": today(), **given})
    return (actions.add_need if kind is StatementKind.NEED else actions.state)(person, command, actor)


def goal_command(words: str = "Get the tram into town on my own", **given: Any) -> GoalCommand:
    """A goal in the person's words."""
    usual = {"whose_words": WhoseWords.PERSON, "said_on": today(), "life_area": LifeArea.OUT, "importance": 9}
    return GoalCommand(words, **{**usual, **given})


def make_goal(plan: CarePlan, actor: Actor, words: str = "Get the tram into town on my own", **given: Any) -> Goal:
    """A goal in the person's words, agreed unless it is only suggested."""
    return actions.agree_goal(plan, goal_command(words, **given), actor)


def make_step(goal: Goal, actor: Actor, what: str = "Ride two stops", **given: Any) -> Step:
    """A step that the person does."""
    return actions.add_step(goal, StepCommand(what, **{"actor_kind": ActorKind.PERSON, **given}), actor)


def make_suggestion(plan: CarePlan, line: Goal | Step | Statement | None, words: str, actor: Actor) -> Suggestion:
    """A rewording of a line, or a new goal where there is no line."""
    kind = SuggestionKind.REWORDING if line else SuggestionKind.ADDITION
    target = TargetKind(line.__tablename__) if line else TargetKind.PLAN
    return actions.make_suggestion(plan, SuggestionCommand(kind, target, words, line.id if line else None), actor)


def make_agreed(plan: CarePlan, actor: Actor, on: date | None = None, words: str = "Yes. This is mine.") -> PlanVersion:
    """A version to which the person said yes."""
    version = actions.ask_agreement(plan, actor)
    answer = AnswerCommand(Answer.YES, on or today(), how=HowSaid.BY_TEXT, words=words)
    actions.record_agreement(version, answer, actor)
    return version


def make_full_plan(person: Person, actor: Actor) -> CarePlan:
    """A plan with something of everything, agreed once, and a suggestion that waits."""
    plan = make_plan(person, actor)
    make_statement(person, actor, "Rest I can count on", StatementKind.NEED)
    goal = make_goal(plan, actor, is_rated=True, baseline=2)
    make_step(goal, actor)
    actions.raise_consequence(plan, ConsequenceCommand(ConsequenceArea.TRAVEL, "A pass names the diagnosis"), actor)
    make_agreed(plan, actor)
    make_suggestion(plan, goal, "Take the tram once a week", actor)
    actions.save_safety_plan(person, SafetyPlanCommand("Crowds"), actor)
    found = current_plan(person.id)
    assert found is not None
    return found


def make_hold(plan: CarePlan, actor: Actor) -> HeldBack:
    """Somebody has asked that the person doesn't see the first goal for now. The person sees it still."""
    line = plan.goals[0]
    asked = [hold for hold in plan.held_back if hold.line_id == line.id and hold.is_asked]
    command = HoldBackCommand(TargetKind.GOAL, line.id, "It would frighten her", today() + timedelta(days=30))
    return asked[0] if asked else actions.ask_to_hold_back(plan, command, actor)


def make_private_goal(person: Person, words: str = "Sing in front of people") -> PrivateGoal:
    """A goal that the person keeps to themself."""
    return actions.keep_private_goal(person.id, words, "", actor_for(make_own_account(person)))


def make_comment(person: Person, goal: Goal, actor: Actor) -> PersonComment:
    """What the person says about a goal, as told to a member."""
    words = f"I would not put it like that {uuid4()}"
    return comment_on(person.id, "goal", goal.id, words, actor, how="by phone")


def persons_answer(words: str = "Yes, say it like that.", on: date | None = None) -> PersonsAnswer:
    """What the person answered when asked about new words."""
    return PersonsAnswer(on=on or today(), how=HowSaid.IN_PERSON, words=words)
