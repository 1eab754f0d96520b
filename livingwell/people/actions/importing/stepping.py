"""Some hundred rows at a time: first compared with the record, then, once somebody said so, brought in.

Each step is one transaction that says after how many rows it believes itself to stand. A step from a second tab,
or one sent again after a crash, finds the file further on and does nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from livingwell.audit import record, record_each
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.importing.comparing import differences
from livingwell.people.actions.importing.entering import enter_new
from livingwell.people.actions.importing.receiving import JudgedCaseload
from livingwell.people.actions.importing.sorting import Place, Sorted, sort_out
from livingwell.people.models import (
    Arrival,
    HeldRow,
    ImportBatch,
    ImportPiece,
    ImportStage,
    RefusedRow,
    RowHereAlready,
)
from livingwell.people.policy import require_lead
from livingwell.people.queries.importing import batch_of_lead, known_like, piece_at, recorded


@dataclass(frozen=True)
class Counts:
    """How many rows would end where."""

    come_in: int = 0
    here_already: int = 0
    held: int = 0
    refused: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))


def count_caseload(caseload: JudgedCaseload, team_id: UUID, actor: Actor) -> Counts:
    """What would happen to a whole file. Only reads: the file is not even kept waiting."""
    require_lead(actor, Permission.IMPORT_CASELOAD, team_id)
    pieces = (_counted(piece["arrivals"], piece["refusals"], team_id, actor) for piece in caseload.unpacked())
    return sum(pieces, Counts())


@atomic()
def check_next_rows(batch_id: UUID, after: int, actor: Actor) -> ImportBatch:
    """Count what the next rows would do, and change nothing else."""
    batch = _locked(batch_id, actor)
    if batch.stage is not ImportStage.CHECKING or batch.rows_checked != after:
        return batch
    piece = piece_at(batch, after)
    counts = _counted(piece.arrivals, piece.refusals, batch.team_id, actor)
    batch.would_come_in += counts.come_in
    batch.would_be_here_already += counts.here_already
    batch.would_be_held += counts.held
    batch.would_be_refused += counts.refused
    batch.rows_checked += piece.row_count
    record("check_caseload_rows", actor)
    return batch


@atomic()
def start_import(batch_id: UUID, actor: Actor) -> ImportBatch:
    """Somebody looked at what would happen and said yes. Raises Conflict before the rows are checked."""
    batch = _locked(batch_id, actor)
    batch.start()
    record("start_import", actor)
    return batch


@atomic()
def import_next_rows(batch_id: UUID, after: int, actor: Actor) -> ImportBatch:
    """Bring the next rows in; list those refused, here already, and held for a person to decide."""
    batch = _locked(batch_id, actor)
    if batch.stage is not ImportStage.COMING_IN or batch.rows_done != after:
        return batch
    piece = piece_at(batch, after)
    _bring_in(piece, batch, actor)
    db.session.execute(delete(ImportPiece).where(ImportPiece.id == piece.id))
    batch.rows_done += piece.row_count
    batch.finish_when_done()
    record("import_rows", actor)
    return batch


def _locked(batch_id: UUID, actor: Actor) -> ImportBatch:
    batch = batch_of_lead(batch_id, actor, lock=True)
    require_lead(actor, Permission.IMPORT_CASELOAD, batch.team_id)
    return batch


def _counted(kept: Iterable[Any], refusals: Sequence[Any], team_id: UUID, actor: Actor) -> Counts:
    places = Counter(_place_then(row) for row in _sorted(_arrivals(kept), team_id, actor))
    held = places[Place.HELD] + places[Place.HELD_BEFORE]
    return Counts(places[Place.NEW], places[Place.HERE_ALREADY], held, len(refusals))


def _sorted(arrivals: Sequence[Arrival], team_id: UUID, actor: Actor) -> list[Sorted]:
    return list(sort_out(arrivals, known_like(arrivals, team_id, actor)))


def _arrivals(kept: Iterable[Any]) -> list[Arrival]:
    return [Arrival.from_json(row) for row in kept]


def _place_then(row: Sorted) -> Place:
    """Where the row will belong once those above it in the file are in."""
    if row.place is not Place.NEW or row.arrival.resembles_line is None:
        return row.place
    return Place.HERE_ALREADY if row.arrival.is_repeat else Place.HELD


def _bring_in(piece: ImportPiece, batch: ImportBatch, actor: Actor) -> None:
    arrivals = _arrivals(piece.arrivals)
    _enter([arrival for arrival in arrivals if arrival.resembles_line is None], batch, actor)
    for arrival in arrivals:
        if arrival.resembles_line is not None:
            _enter([arrival], batch, actor)  # whom it resembles is in by now
    db.session.add_all(RefusedRow(batch_id=batch.id, **refusal) for refusal in piece.refusals)
    batch.rows_refused += len(piece.refusals)


def _enter(arrivals: Sequence[Arrival], batch: ImportBatch, actor: Actor) -> None:
    placed: dict[Place, list[Sorted]] = {place: [] for place in Place}
    for row in _sorted(arrivals, batch.team_id, actor):
        placed[row.place].append(row)
    enter_new([row.arrival for row in placed[Place.NEW]], batch)
    record_each("import_person", actor)
    _list_differences(placed[Place.HERE_ALREADY], batch, actor)
    db.session.add_all(_held(row, batch) for row in placed[Place.HELD])
    batch.rows_in += len(placed[Place.NEW])
    batch.rows_here_already += len(placed[Place.HERE_ALREADY])
    batch.rows_held += len(placed[Place.HELD]) + len(placed[Place.HELD_BEFORE])


def _list_differences(rows: Sequence[Sorted], batch: ImportBatch, actor: Actor) -> None:
    on_record = recorded([row.person_id for row in rows if row.person_id], batch.team_id, actor)
    for row in rows:
        here = on_record.get(row.person_id) if row.person_id else None
        found = differences(row.arrival, here) if here else []
        if here and found:
            db.session.add(
                RowHereAlready(batch_id=batch.id, person_id=here.person.id, line=row.arrival.line, differences=found)
            )


def _held(row: Sorted, batch: ImportBatch) -> HeldRow:
    return HeldRow(
        batch_id=batch.id,
        team_id=batch.team_id,
        line=row.arrival.line,
        fingerprint=row.arrival.fingerprint,
        row=row.arrival.as_json(),
        person_id=row.person_id,
    )
