"""Steps: who does what, and how it goes."""

from livingwell.careplans import policy
from livingwell.careplans.actions.changing import changing
from livingwell.careplans.commands import StepCommand, StepStatusCommand
from livingwell.careplans.models import ActorKind, Goal, Step, StepState, StepStatus
from livingwell.careplans.models.voice import require_range
from livingwell.careplans.queries.numbers import next_step_number
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import fold, require_words
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.queries.members import member_of_persons_team


@atomic()
def add_step(goal: Goal, command: StepCommand, actor: Actor) -> Step:
    """Add a step to a goal that is worked on. Raises Conflict where the goal says it already or is over."""
    with changing("add_step", goal, actor):
        return add_step_to(goal, command, actor)


def add_step_to(goal: Goal, command: StepCommand, actor: Actor) -> Step:
    """Add it to a goal whose plan is being changed."""
    if goal.state.is_over:
        raise Conflict("This goal is not worked on now. Take it up again before adding a step.")
    if any(fold(step.what) == fold(command.what) and step.state.is_open for step in goal.steps):
        raise Conflict("This step is in the plan already.")
    step = Step(
        person_id=goal.person_id, plan_id=goal.plan_id, goal_id=goal.id, number=next_step_number(goal.id), statuses=[]
    )
    step.sign(actor)
    _write(step, command)
    step.move_to(_status(StepStatusCommand(StepState.PLANNED), actor))
    goal.steps.append(step)
    db.session.flush()
    return step


@atomic()
def change_step(step: Step, command: StepCommand, actor: Actor) -> None:
    """Change what a step says. Raises Stale where somebody else saved first."""
    with changing("change_step", step, actor):
        step.require_version(
            command.row_version, {"what": step.what, "in_the_way": step.in_the_way, "then_we": step.then_we}
        )
        _write(step, command)


@atomic()
def set_step_status(step: Step, command: StepStatusCommand, actor: Actor) -> StepStatus:
    """Say how a step went: a member, or the person. "Not done" and "not needed now" need a reason."""
    with changing("set_step_status", step, actor, allow=policy.require_part) as plan:
        status = _status(command, actor)
        step.move_to(status)
        goal = next(each for each in plan.goals if each.id == step.goal_id)
        told = f"Goal {goal.number}, step {step.number}: {step.state.value}. {status.why}".strip()
        note_arrival(step.person_id, "plan.step", told, actor, step.id)
        return status


def _write(step: Step, command: StepCommand) -> None:
    step.what = require_words(command.what, "what", "Say what is to be done.")
    step.actor_kind, step.done_by_id, step.done_by = command.actor_kind, None, command.done_by
    if command.actor_kind is ActorKind.MEMBER:
        member = member_of_persons_team(step.person_id, command.done_by_id)
        if member is None:
            raise Invalid({"done_by_id": "Choose a member of the team."})
        step.done_by_id, step.done_by = member.id, member.name
    elif command.actor_kind is ActorKind.PERSON:
        step.done_by = ""
    else:
        require_words(command.done_by, "done_by", "Say who does it.")
    step.with_whom, step.by_on, step.by_words = command.with_whom, command.by_on, command.by_words
    step.in_the_way, step.then_we = command.in_the_way, command.then_we
    step.confidence = require_range(command.confidence, 1, "confidence")


def _status(command: StepStatusCommand, actor: Actor) -> StepStatus:
    status = StepStatus(state=command.state, why=command.why, since_on=command.since_on or today())
    status.sign(actor)
    return status
