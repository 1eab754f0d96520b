"""A caseload file arrives: it is judged row by row, and then waits in pieces for the steps that bring it in."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import SHORT, clean
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.importing import columns
from livingwell.people.actions.importing.judging import Refused, judged
from livingwell.people.actions.importing.reading import CaseloadFile
from livingwell.people.models import Arrival, ImportBatch, ImportPiece, ImportStage
from livingwell.people.policy import require_lead
from livingwell.people.queries.importing import batch_of_lead

ROWS_IN_A_STEP = 500
SHOWN_FIRST = 5


@dataclass(frozen=True)
class JudgedCaseload:
    """A file whose every row was judged. Its pieces are packed, so that a large file stays small in memory."""

    encoding: str
    header: list[str]
    pieces: list[bytes]

    def unpacked(self) -> Iterator[dict[str, Any]]:
        """The pieces, one at a time: `position`, `row_count`, `arrivals` and `refusals`."""
        for piece in self.pieces:
            yield json.loads(zlib.decompress(piece))


def judge_caseload(stream: IO[bytes]) -> JudgedCaseload:
    """Read and judge every row of a file. Holds no transaction: a large file takes seconds, and others go on writing.

    Raises Invalid for a file that is no CSV, lacks a needed column, or has no row.
    """
    file = CaseloadFile(stream)
    pieces = [zlib.compress(json.dumps(piece).encode(), level=1) for piece in _pieces(judged(file))]
    if not pieces:
        raise Invalid({"file": "The file has its headings and no row below them."})
    return JudgedCaseload(file.encoding, file.header, pieces)


@atomic()
def receive_caseload(caseload: JudgedCaseload, file_name: str, team_id: UUID, actor: Actor) -> ImportBatch:
    """Keep the file waiting to be compared with the record. Nobody comes in yet."""
    require_lead(actor, Permission.IMPORT_CASELOAD, team_id)
    batch = ImportBatch(
        id=uuid4(),
        team_id=team_id,
        imported_by_id=actor.account_id,
        file_name=clean(file_name)[:SHORT] or "caseload.csv",
        encoding=caseload.encoding,
        columns=caseload.header,
        columns_not_used=columns.not_used(caseload.header),
        first_rows=[],
    )
    db.session.add(batch)
    db.session.flush()
    _keep_waiting(batch, caseload)
    record("receive_caseload", actor)
    return batch


@atomic()
def drop_caseload(batch_id: UUID, actor: Actor) -> None:
    """Forget a file that nobody came in from. Raises Conflict once it was started."""
    batch = batch_of_lead(batch_id, actor, lock=True)
    require_lead(actor, Permission.IMPORT_CASELOAD, batch.team_id)
    if batch.stage in (ImportStage.COMING_IN, ImportStage.FINISHED):
        raise Conflict("People have come in from this file already, so it stays on the list.")
    db.session.execute(delete(ImportPiece).where(ImportPiece.batch_id == batch.id))
    db.session.delete(batch)
    record("drop_caseload", actor)


def _keep_waiting(batch: ImportBatch, caseload: JudgedCaseload) -> None:
    total = 0
    first_rows: list[Any] = []
    for piece in caseload.unpacked():
        db.session.execute(insert(ImportPiece).values(id=uuid4(), batch_id=batch.id, **piece))
        total += piece["row_count"]
        first_rows = (first_rows + piece["arrivals"])[:SHOWN_FIRST]
    batch.rows_total, batch.first_rows = total, first_rows


def _pieces(rows: Iterable[Arrival | Refused]) -> Iterator[dict[str, Any]]:
    position = 0
    rows = iter(rows)
    while piece := list(islice(rows, ROWS_IN_A_STEP)):
        arrivals = [row.as_json() for row in piece if isinstance(row, Arrival)]
        refusals = [_refusal(row) for row in piece if isinstance(row, Refused)]
        yield {"position": position, "row_count": len(piece), "arrivals": arrivals, "refusals": refusals}
        position += len(piece)


def _refusal(row: Refused) -> dict[str, Any]:
    return {
        "line": row.line,
        "refusal": row.problems[0].refusal,
        "reason": row.reason,
        "cells": row.cells,
    }
