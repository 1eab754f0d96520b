"""The plan for the person's side: for their pages, their paper, and a carer with whom they share it."""

from dataclasses import replace
from uuid import UUID

from livingwell.careplans.models import CarePlan, PlanVersion, TargetKind
from livingwell.careplans.models.held_back import held_then_or_now
from livingwell.careplans.models.plan import PlanRow
from livingwell.careplans.models.seen import (
    SeenPlan,
    as_the_person_sees,
    held_places,
    suggestions_seen,
    without,
)
from livingwell.careplans.models.snapshot import Snapshot, from_json
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.versions import changes_since
from livingwell.core.errors import NotFound


def plan_as_the_person_sees_it(person_id: UUID, name: str) -> SeenPlan | None:
    """The current plan without what is held back, or none before there is one. Eight statements, however many lines.

    Every page, print and message for the person or a carer takes the plan from here, and from nowhere else. `name` is
    what the person is called.
    """
    plan = current_plan(person_id)
    return seen(plan, name) if plan else None


def seen(plan: CarePlan, name: str) -> SeenPlan:
    """The same of a plan that was loaded in full."""
    snapshot = as_the_person_sees(plan)
    standing = changes_since(plan, name)
    shown = {line.id for line in snapshot.lines()}
    not_right = tuple(each for each in standing.not_right if str(each.line_id) in shown)
    return SeenPlan(
        plan_id=plan.id,
        snapshot=snapshot,
        suggestions=suggestions_seen(plan.suggestions, snapshot),
        held=held_places(plan),
        standing=replace(standing, not_right=not_right),
    )


def version_as_the_person_sees_it(plan: CarePlan, version: PlanVersion) -> Snapshot:
    """A numbered version, loaded with its snapshot, without what is held back now or was when they answered it."""
    at = version.agreement.created_at if version.agreement else version.created_at
    return without(from_json(version.snapshot), held_then_or_now(plan.held_back, at))


def line_seen(plan: CarePlan, kind: TargetKind, line_id: UUID) -> PlanRow:
    """A line of the plan that the person sees. Raises NotFound for one that is held back, gone, or never was."""
    row = plan.line(kind, line_id)
    if str(row.id) not in {line.id for line in as_the_person_sees(plan).lines()}:
        raise NotFound
    return row
