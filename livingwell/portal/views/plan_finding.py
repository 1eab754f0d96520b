"""Finding, for a page of the person's own, the plan and the line that an address names."""

from uuid import UUID

from flask import g

from livingwell.careplans.models import CarePlan, Goal, Step, Suggestion, TargetKind
from livingwell.careplans.models.plan import PlanRow
from livingwell.careplans.models.seen import SeenPlan, as_the_person_sees, suggestions_seen
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.seen import line_seen, plan_as_the_person_sees_it
from livingwell.core.errors import NotFound
from livingwell.people.models import Person


def seen_plan(person: Person) -> SeenPlan | None:
    """The plan as the person sees it, read once for a request, whichever parts of the page ask for it."""
    if "seen_plan" not in g:
        g.seen_plan = plan_as_the_person_sees_it(person.id, person.preferred_name)
    found: SeenPlan | None = g.seen_plan
    return found


def plan_of(person: Person) -> CarePlan:
    """The person's plan. Raises NotFound before there is one."""
    plan = current_plan(person.id)
    if plan is None:
        raise NotFound
    return plan


def line_of(plan: CarePlan, kind: str, line_id: UUID) -> tuple[TargetKind, PlanRow]:
    """A line that the person sees. Raises NotFound for any other, and for a kind that is none."""
    try:
        found = TargetKind(kind)
    except ValueError:
        raise NotFound
    return found, line_seen(plan, found, line_id)


def goal_of(plan: CarePlan, goal_id: UUID) -> Goal:
    """A goal that the person sees."""
    found = line_seen(plan, TargetKind.GOAL, goal_id)
    assert isinstance(found, Goal)  # noqa: S101  as its kind says
    return found


def step_of(plan: CarePlan, step_id: UUID) -> Step:
    """A step that the person sees."""
    found = line_seen(plan, TargetKind.STEP, step_id)
    assert isinstance(found, Step)  # noqa: S101  as its kind says
    return found


def suggestion_of(plan: CarePlan, suggestion_id: UUID) -> Suggestion:
    """A suggestion that the person sees. Raises NotFound for any other."""
    for each in suggestions_seen(plan.suggestions, as_the_person_sees(plan)):
        if each.id == suggestion_id:
            return each
    raise NotFound
