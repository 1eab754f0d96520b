"""The plan as the person sees it: the one filter that keeps held-back lines from their side."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from livingwell.careplans.models.held_back import HeldBack, held_now
from livingwell.careplans.models.plan import CarePlan
from livingwell.careplans.models.snapshot import GoalLine, Snapshot, snapshot_of
from livingwell.careplans.models.standing import Standing
from livingwell.careplans.models.statement import StatementKind
from livingwell.careplans.models.suggestion import Suggestion, TargetKind


@dataclass(frozen=True)
class HeldPlace:
    """Where the person is told that something is held back, and whom to ask. Says nothing of the line itself.

    `section` is the kind of a statement, or goal, step or consequence; a step names its goal.
    """

    section: str
    ask: str
    goal_id: str = ""


@dataclass(frozen=True)
class SeenPlan:
    """All that the person's side may know of the plan. It holds no line that is held back."""

    plan_id: UUID
    snapshot: Snapshot
    suggestions: tuple[Suggestion, ...]
    held: tuple[HeldPlace, ...]
    standing: Standing

    def shows(self, line_id: UUID | str) -> bool:
        """Whether the line is in the plan that the person sees."""
        return any(line.id == str(line_id) for line in self.snapshot.lines())


def as_the_person_sees(plan: CarePlan) -> Snapshot:
    """The plan, loaded in full, without what is held back now."""
    return without(snapshot_of(plan), held_now(plan.held_back))


def without(snapshot: Snapshot, held: Collection[str]) -> Snapshot:
    """A snapshot of any time without the held lines: a goal takes its steps and ratings along, a need its mentions."""
    if not held:
        return snapshot
    needs = {line.words for line in snapshot.statements if line.kind == StatementKind.NEED and line.id in held}
    return replace(
        snapshot,
        statements=tuple(line for line in snapshot.statements if line.id not in held),
        goals=tuple(_without(goal, held, needs) for goal in snapshot.goals if goal.id not in held),
        consequences=tuple(line for line in snapshot.consequences if line.id not in held),
    )


def _without(goal: GoalLine, held: Collection[str], needs: Collection[str]) -> GoalLine:
    steps = tuple(step for step in goal.steps if step.id not in held)
    return replace(goal, steps=steps, need="" if goal.need in needs else goal.need)


def suggestions_seen(suggestions: Iterable[Suggestion], seen: Snapshot) -> tuple[Suggestion, ...]:
    """Suggestions for lines that the person sees, for the plan as a whole, and the person's own."""
    ids = {line.id for line in seen.lines()}
    return tuple(
        each
        for each in suggestions
        if each.is_persons or each.target_kind is TargetKind.PLAN or str(each.target_id) in ids
    )


def held_places(plan: CarePlan) -> tuple[HeldPlace, ...]:
    """Where the person is told that something is held back: once for each line that is still in the plan."""
    hidden = held_now(plan.held_back)
    told = {hold.line_id: hold for hold in plan.held_back if hold.is_in_force and not hold.hides_that}
    return tuple(_places(plan, told, hidden))


def _places(plan: CarePlan, told: dict[UUID, HeldBack], hidden: Collection[str]) -> Iterator[HeldPlace]:
    for statement in plan.current_statements:
        if statement.id in told:
            yield HeldPlace(statement.kind.value, told[statement.id].written_by)
    for goal in plan.goals:
        if goal.id in told:
            yield HeldPlace("goal", told[goal.id].written_by)
        elif str(goal.id) not in hidden:
            steps = (step for step in goal.steps if step.id in told)
            yield from (HeldPlace("step", told[step.id].written_by, str(goal.id)) for step in steps)
    for consequence in plan.consequences:
        if consequence.id in told:
            yield HeldPlace("consequence", told[consequence.id].written_by)
