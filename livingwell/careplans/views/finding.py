"""Finding, in the plan that was loaded, the line that an address names."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID

from livingwell.careplans.models import CarePlan, Step
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.errors import NotFound
from livingwell.people.models import Person


class Named(Protocol):
    """A row with an id."""

    id: UUID


Row = TypeVar("Row", bound=Named)


def plan_of(person: Person) -> CarePlan:
    """The person's plan. Raises NotFound before there is one."""
    plan = current_plan(person.id)
    if plan is None:
        raise NotFound
    return plan


def find(rows: Iterable[Row], row_id: UUID) -> Row:
    """The row with this id. Raises NotFound where the plan has none, or it was struck out."""
    for row in rows:
        if row.id == row_id:
            return row
    raise NotFound


def steps_of(plan: CarePlan) -> list[Step]:
    """Every step of every goal."""
    return [step for goal in plan.goals for step in goal.steps]
