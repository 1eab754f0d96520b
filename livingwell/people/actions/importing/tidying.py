"""Letting go of what caseload files held, once nobody needs it for bringing people in."""

from datetime import datetime

from sqlalchemy import delete

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.people.models import ImportPiece
from livingwell.people.queries.importing import files_never_started, files_with_first_rows, rows_let_go

AT_ONCE = 500


def let_go_of_old_rows(before: datetime, actor: Actor) -> int:
    """Let go of the rows that files finished before then refused, found here already, or had decided; returns how many.

    A row that still waits for a decision stays: somebody was referred, and nobody else knows.
    """
    total = 0
    while count := _let_go_of_some(before, actor):
        total += count
    _let_go_of_first_rows(before, actor)
    return total


@atomic()
def let_go_of_old_files(before: datetime, actor: Actor) -> int:
    """Let go of files received before then that nobody said yes to; nobody came in from them. Returns how many."""
    files = files_never_started(before)
    for batch in files:
        db.session.execute(delete(ImportPiece).where(ImportPiece.batch_id == batch.id))
        db.session.delete(batch)
    if files:
        record("let_go_of_old_files", actor)
    return len(files)


@atomic()
def _let_go_of_some(before: datetime, actor: Actor) -> int:
    rows = rows_let_go(before, AT_ONCE)
    for row in rows:
        db.session.delete(row)
    if rows:
        record("let_go_of_old_rows", actor)
    return len(rows)


@atomic()
def _let_go_of_first_rows(before: datetime, actor: Actor) -> None:
    files = files_with_first_rows(before)
    for batch in files:
        batch.first_rows = []
    if files:
        record("let_go_of_first_rows", actor)
