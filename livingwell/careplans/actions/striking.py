"""A line that was recorded in error leaves the plan; its row and its history stay."""

from livingwell.careplans.actions.changing import changing
from livingwell.careplans.models import Agreement, Consequence, Goal, Rating, SafetyPlan, Statement, Step, Suggestion
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.people.actions.striking import strike


@atomic()
def strike_line(
    line: Goal | Step | Statement | Rating | Consequence | Suggestion | Agreement | SafetyPlan,
    reason: str,
    actor: Actor,
) -> None:
    """Strike a line out, with a reason. A goal goes with its steps and ratings, and frees its place.

    Raises Invalid without a reason, Conflict where it was struck out already.
    """
    if isinstance(line, Agreement | SafetyPlan):
        strike(line, reason, actor)
        return
    with changing("strike_line", line, actor) as plan:
        if isinstance(line, Goal):
            line.rated_place = None
        strike(line, reason, actor)
        plan_for_change(plan.id)  # read again, without the line
