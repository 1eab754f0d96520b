"""What the talk changes in the plan, without leaving the discussion."""

from uuid import UUID

from livingwell.careplans import actions as careplans
from livingwell.careplans.commands import ConsequenceCommand, GoalCommand, StepCommand
from livingwell.careplans.models import CarePlan, Consequence, Goal, Step
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import NotFound
from livingwell.discussions.actions.changing import require_change
from livingwell.discussions.models import CaseDiscussion
from livingwell.discussions.queries.plan import has_plan_changed_since
from livingwell.identity.permissions import Permission


@atomic()
def agree_goal_here(discussion: CaseDiscussion, command: GoalCommand, actor: Actor) -> Goal:
    """Add a goal to the person's plan, which begins with it where there was none."""
    require_change(discussion, actor, Permission.CHANGE_PLANS)
    return careplans.agree_goal(_plan(discussion, actor), command, actor)


@atomic()
def add_step_here(discussion: CaseDiscussion, goal_id: UUID, command: StepCommand, actor: Actor) -> Step:
    """Add a step to a goal of the person's plan. Raises NotFound where the plan has no such goal."""
    require_change(discussion, actor, Permission.CHANGE_PLANS)
    goal = next((each for each in _plan(discussion, actor).goals if each.id == goal_id), None)
    if goal is None:
        raise NotFound
    return careplans.add_step(goal, command, actor)


@atomic()
def raise_consequence_here(discussion: CaseDiscussion, command: ConsequenceCommand, actor: Actor) -> Consequence:
    """Say what a direction could mean in the person's life. It is open until it is talked through with them."""
    require_change(discussion, actor, Permission.CHANGE_PLANS)
    return careplans.raise_consequence(_plan(discussion, actor), command, actor)


def number_version(discussion: CaseDiscussion, actor: Actor) -> None:
    """Number the plan's version where the discussion changed it: for the action that closes."""
    plan = current_plan(discussion.person_id)
    if plan is not None and discussion.started_at and has_plan_changed_since(plan.id, discussion.started_at):
        careplans.number_version_for_discussion(plan, actor)


def _plan(discussion: CaseDiscussion, actor: Actor) -> CarePlan:
    return current_plan(discussion.person_id) or careplans.start_plan(discussion.person, actor)
