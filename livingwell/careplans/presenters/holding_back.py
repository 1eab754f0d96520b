"""The page of what the person does not see."""

from dataclasses import dataclass
from uuid import UUID

from livingwell.careplans.models import CarePlan
from livingwell.careplans.models.differences import place_of, text_of
from livingwell.careplans.models.snapshot import ConsequenceLine, GoalLine, Line, Snapshot, StepLine
from livingwell.careplans.presenters.beside import HoldNote, hold_note

KINDS = {StepLine: "step", GoalLine: "goal", ConsequenceLine: "consequence"}


@dataclass(frozen=True)
class LineToHold:
    """One line of the plan, by its kind and id, and the holds on it."""

    kind: str
    id: str
    place: str
    words: str
    holds: tuple[HoldNote, ...]


@dataclass(frozen=True)
class HeldPage:
    """Lines with something of this, and the others."""

    held: tuple[LineToHold, ...]
    others: tuple[LineToHold, ...]


def held_page(plan: CarePlan, snapshot: Snapshot, name: str, reader_id: UUID | None) -> HeldPage:
    """Every line of the plan of the person who is called `name`."""
    notes: dict[str, list[HoldNote]] = {}
    for hold in plan.held_back:
        if hold.ended_at is None:
            notes.setdefault(str(hold.line_id), []).append(hold_note(hold, name, reader_id))
    lines = [_line(each, name, tuple(notes.get(each.id, ()))) for each in snapshot.lines()]
    return HeldPage(tuple(each for each in lines if each.holds), tuple(each for each in lines if not each.holds))


def _line(line: Line, name: str, holds: tuple[HoldNote, ...]) -> LineToHold:
    place = place_of(line, name)
    return LineToHold(
        KINDS.get(type(line), "statement"), line.id, f"{place[0].upper()}{place[1:]}", text_of(line), holds
    )
