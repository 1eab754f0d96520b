"""Goals: agreed, put in other words, moved on, let go and taken up again."""

from livingwell.careplans import policy
from livingwell.careplans.actions.changing import changing, changing_plan
from livingwell.careplans.actions.ratings import rating_by
from livingwell.careplans.commands import GoalCommand, GoalStatusCommand, PersonsAnswer
from livingwell.careplans.models import CarePlan, Goal, GoalState, GoalStatus, HowSaid, WhoseWords
from livingwell.careplans.models.voice import require_range
from livingwell.careplans.queries.numbers import next_goal_number
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import require_words
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival


@atomic()
def agree_goal(plan: CarePlan, command: GoalCommand, actor: Actor) -> Goal:
    """Add a goal. One that is only suggested waits for the person; others are agreed.

    With `is_rated` it takes one of the three places where a goal is rated, and `baseline` is its first rating. Raises
    Conflict where the plan says it already or no place is free, Invalid where words are missing.
    """
    with changing_plan("agree_goal", plan.id, plan.person_id, actor, answer=command.answer) as plan:
        return add_goal(plan, command, actor)


def add_goal(plan: CarePlan, command: GoalCommand, actor: Actor) -> Goal:
    """Add it to a plan that is being changed."""
    plan.require_new_goal(command.words)
    is_suggested = command.whose_words is WhoseWords.SUGGESTED and command.answer is None
    goal = Goal(
        person_id=plan.person_id,
        plan_id=plan.id,
        number=next_goal_number(plan.id),
        said_on=command.said_on,
        statuses=[],
        steps=[],
        ratings=[],
    )
    goal.sign(actor)
    _write(goal, command, plan)
    goal.whose_words, goal.suggested_by = command.whose_words, command.suggested_by
    first = GoalState.SUGGESTED if is_suggested else GoalState.AGREED
    goal.move_to(_status(GoalStatusCommand(first, since_on=command.said_on), actor))
    if command.is_rated:
        _give_place(goal, plan)
    plan.goals.append(goal)
    if command.baseline is not None:
        goal.ratings.append(rating_by(goal, plan, command.baseline, command.said_on, actor))
    db.session.flush()
    return goal


@atomic()
def reword_goal(goal: Goal, command: GoalCommand, actor: Actor) -> None:
    """Change a goal's words, reason, area, importance or need.

    Words that are the person's change only with their recorded answer (else Conflict).
    Raises Stale where somebody else saved first.
    """
    with changing("reword_goal", goal, actor, answer=command.answer) as plan:
        goal.require_version(command.row_version, {"words": goal.words, "why_it_matters": goal.why_it_matters})
        is_reworded = (command.words, command.why_it_matters) != (goal.words, goal.why_it_matters)
        if is_reworded:
            goal.require_answer(command.answer is not None)
            goal.said_on = command.answer.on if command.answer else command.said_on
        _write(goal, command, plan)
        goal.whose_words, goal.suggested_by = command.whose_words, command.suggested_by


@atomic()
def set_goal_status(goal: Goal, command: GoalStatusCommand, actor: Actor) -> GoalStatus:
    """Move a goal on. Leaving it, and taking it up again, need a reason; a suggested one the person's answer."""
    with changing("set_goal_status", goal, actor, answer=command.answer):
        status = _status(command, actor)
        goal.move_to(status, is_answered=command.answer is not None)
        return status


@atomic()
def answer_suggested_goal(goal: Goal, is_yes: bool, why: str, actor: Actor) -> GoalStatus:
    """The person's own yes or no to a goal that somebody suggested. A no is for now, and says why.

    Raises Conflict where it waits for no answer any more.
    """
    answer = PersonsAnswer(today(), HowSaid.ON_THIS_SCREEN, why)
    with changing("set_goal_status", goal, actor, answer=answer, allow=policy.require_part):
        if goal.state is not GoalState.SUGGESTED:
            raise Conflict("This goal was answered already. Look at the plan again.")
        status = _status(GoalStatusCommand(GoalState.AGREED if is_yes else GoalState.NOT_NOW, why), actor)
        goal.move_to(status)
        told = f"Goal {goal.number}: {'yes' if is_yes else 'no'}. {why}".strip()
        note_arrival(goal.person_id, "plan.answer", told, actor, goal.id)
        return status


@atomic()
def start_rating(goal: Goal, actor: Actor) -> None:
    """Give the goal one of the three places where a goal is rated. Raises Conflict where none is free."""
    with changing("start_rating", goal, actor) as plan:
        _give_place(goal, plan)


@atomic()
def stop_rating(goal: Goal, actor: Actor) -> None:
    """Free the goal's place. Its ratings stay."""
    with changing("stop_rating", goal, actor):
        goal.rated_place = None


def _write(goal: Goal, command: GoalCommand, plan: CarePlan) -> None:
    if command.need_id is not None and command.need_id not in {need.id for need in plan.needs}:
        raise Invalid({"need_id": "Choose one of the needs in this plan."})
    goal.words = require_words(command.words, "words", "Write down the goal.")
    goal.why_it_matters, goal.life_area, goal.need_id = command.why_it_matters, command.life_area, command.need_id
    goal.importance = require_range(command.importance, 1, "importance")


def _give_place(goal: Goal, plan: CarePlan) -> None:
    if goal.rated_place is None:
        place = plan.free_place()
        goal.require_rateable(place)
        goal.rated_place = place


def _status(command: GoalStatusCommand, actor: Actor) -> GoalStatus:
    status = GoalStatus(state=command.state, why=command.why, since_on=command.since_on or today())
    status.sign(actor)
    return status
