"""The plan as it stands, frozen: what a version keeps, what is compared, and what pages are made from."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, TypeAlias

from livingwell.careplans.models.consequence import Consequence
from livingwell.careplans.models.goal import Goal
from livingwell.careplans.models.plan import CarePlan
from livingwell.careplans.models.statement import Statement
from livingwell.careplans.models.step import Step

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class StatementLine:
    """A statement: `kind` is a StatementKind's value, and so with every choice here."""

    id: str
    kind: str
    words: str
    whose_words: str
    suggested_by: str
    said_on: date
    written_by: str
    replaces: str = ""


@dataclass(frozen=True)
class StepLine:
    """A step of a goal."""

    id: str
    number: int
    goal_number: int
    what: str
    actor_kind: str
    done_by: str
    with_whom: str
    by_on: date | None
    by_words: str
    in_the_way: str
    then_we: str
    confidence: int | None
    state: str
    state_why: str


@dataclass(frozen=True)
class RatingLine:
    """One rating. Called `on` and `value` as a chart wants it."""

    id: str
    value: int
    on: date
    written_by: str


@dataclass(frozen=True)
class GoalLine:
    """A goal with its steps and ratings."""

    id: str
    number: int
    words: str
    whose_words: str
    suggested_by: str
    said_on: date
    why_it_matters: str
    life_area: str
    importance: int | None
    rated_place: int | None
    need: str
    state: str
    state_why: str
    state_since: date
    steps: tuple[StepLine, ...] = ()
    ratings: tuple[RatingLine, ...] = ()


@dataclass(frozen=True)
class ConsequenceLine:
    """Something that may follow."""

    id: str
    area: str
    what: str
    raised_by: str
    raised_on: date
    talked_through_on: date | None
    talked_through_by: str
    decided: str


Line: TypeAlias = StatementLine | GoalLine | StepLine | ConsequenceLine


@dataclass(frozen=True)
class Snapshot:
    """All of the plan that is the person's, at one moment. It holds no row of the database."""

    statements: tuple[StatementLine, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    consequences: tuple[ConsequenceLine, ...] = ()
    review_on: date | None = None

    def lines(self) -> Iterator[Line]:
        """Every line in the order of the page; a goal comes without its steps and ratings, the steps after it."""
        yield from self.statements
        for goal in self.goals:
            yield replace(goal, steps=(), ratings=())
            yield from goal.steps
        yield from self.consequences


def snapshot_of(plan: CarePlan) -> Snapshot:
    """The plan as it stands. The plan must be loaded in full."""
    return Snapshot(
        statements=tuple(_statement(each) for each in plan.current_statements),
        goals=tuple(_goal(each, plan) for each in plan.goals),
        consequences=tuple(_consequence(each) for each in plan.consequences),
        review_on=plan.review_on,
    )


def _statement(row: Statement) -> StatementLine:
    return StatementLine(
        id=str(row.id),
        kind=row.kind.value,
        words=row.words,
        whose_words=row.whose_words.value,
        suggested_by=row.suggested_by,
        said_on=row.said_on,
        written_by=row.written_by,
        replaces=str(row.replaces_id or ""),
    )


def _goal(row: Goal, plan: CarePlan) -> GoalLine:
    return GoalLine(
        id=str(row.id),
        number=row.number,
        words=row.words,
        whose_words=row.whose_words.value,
        suggested_by=row.suggested_by,
        said_on=row.said_on,
        why_it_matters=row.why_it_matters,
        life_area=row.life_area.value,
        importance=row.importance,
        rated_place=row.rated_place,
        need=next((need.words for need in plan.needs if need.id == row.need_id), ""),
        state=row.state.value,
        state_why=row.status.why,
        state_since=row.status.since_on,
        steps=tuple(_step(each, row) for each in row.steps),
        ratings=tuple(RatingLine(str(r.id), r.value, r.rated_on, r.written_by) for r in row.ratings),
    )


def _step(row: Step, goal: Goal) -> StepLine:
    return StepLine(
        id=str(row.id),
        number=row.number,
        goal_number=goal.number,
        what=row.what,
        actor_kind=row.actor_kind.value,
        done_by=row.done_by,
        with_whom=row.with_whom,
        by_on=row.by_on,
        by_words=row.by_words,
        in_the_way=row.in_the_way,
        then_we=row.then_we,
        confidence=row.confidence,
        state=row.state.value,
        state_why=row.status.why,
    )


def _consequence(row: Consequence) -> ConsequenceLine:
    return ConsequenceLine(
        id=str(row.id),
        area=row.area.value,
        what=row.what,
        raised_by=row.written_by,
        raised_on=row.raised_on,
        talked_through_on=row.talked_through_on,
        talked_through_by=row.talked_through_by,
        decided=row.decided,
    )


def to_json(value: Snapshot | Line) -> Any:
    """A snapshot, or one line of it, as JSON keeps it."""
    return _written(asdict(value))


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_written(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def digest_of(snapshot: Snapshot) -> str:
    """A short mark that differs where the plan does: a page carries it, to be answered only as it was read."""
    return sha256(json.dumps(to_json(snapshot), sort_keys=True).encode()).hexdigest()[:32]


def from_json(kept: Json) -> Snapshot:
    """The snapshot that was kept."""
    return Snapshot(
        statements=tuple(StatementLine(**_dated(each)) for each in kept["statements"]),
        goals=tuple(_goal_from(each) for each in kept["goals"]),
        consequences=tuple(ConsequenceLine(**_dated(each)) for each in kept["consequences"]),
        review_on=_day(kept["review_on"]),
    )


def line_to_json(line: Line) -> Json:
    """One line, with the kind that it is."""
    return {"line": type(line).__name__, **to_json(line)}


def line_from_json(kept: Json) -> Line:
    """The line that was kept."""
    kind = {each.__name__: each for each in (StatementLine, StepLine, ConsequenceLine)}.get(kept["line"])
    told = {name: value for name, value in kept.items() if name != "line"}
    return kind(**_dated(told)) if kind else _goal_from(told)


def _goal_from(kept: Json) -> GoalLine:
    steps = tuple(StepLine(**_dated(each)) for each in kept["steps"])
    ratings = tuple(RatingLine(**_dated(each)) for each in kept["ratings"])
    return GoalLine(**{**_dated(kept), "steps": steps, "ratings": ratings})


_DATES = frozenset({"said_on", "by_on", "on", "state_since", "raised_on", "talked_through_on"})


def _dated(kept: Json) -> Json:
    return {key: _day(value) if key in _DATES else value for key, value in kept.items()}


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
