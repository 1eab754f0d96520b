"""Caseload files for tests."""

import csv
import io
from pathlib import Path

from sqlalchemy import select

from livingwell.core.actor import Actor, Right
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.actions.importing.receiving import judge_caseload, receive_caseload
from livingwell.people.actions.importing.stepping import check_next_rows, import_next_rows, start_import
from livingwell.people.models import HeldRow, ImportBatch, ImportStage

CASELOAD = Path(__file__).parent.parent / "people" / "data" / "caseload-export.csv"
"""The file with 240 rows, of which 215 come in on 21 November 2026."""

COLUMNS = (
    "NHS Number",
    "Forename",
    "Surname",
    "Known As",
    "Pronouns",
    "DOB",
    "Postcode",
    "Mobile",
    "Email",
    "GP Practice Code",
    "Referral Received",
    "Referral Source",
    "Reason for Referral",
    "Key Worker",
    "Comms Needs",
)
SOMEBODY = {
    "Forename": "Amara",
    "Surname": "Osei",
    "DOB": "14/03/1997",
    "Referral Received": "01/11/2026",
    "Referral Source": "GP",
    "Reason for Referral": "Wants to get back to college",
}


def caseload_file(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> bytes:
    """A file with a row for each: somebody fit to come in, changed as given."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(SOMEBODY | row for row in rows)
    return text.getvalue().encode()


def receive(content: bytes, team: Team, actor: Actor, name: str = "caseload.csv") -> ImportBatch:
    """The file, waiting to be checked."""
    return receive_caseload(judge_caseload(io.BytesIO(content)), name, team.id, actor)


def check(batch: ImportBatch, actor: Actor) -> ImportBatch:
    """The file with every row compared with the record."""
    while batch.stage is ImportStage.CHECKING:
        batch = check_next_rows(batch.id, batch.rows_checked, actor)
    return batch


def import_all(content: bytes, team: Team, actor: Actor) -> ImportBatch:
    """The file brought in whole."""
    batch = start_import(check(receive(content, team, actor), actor).id, actor)
    while batch.stage is ImportStage.COMING_IN:
        batch = import_next_rows(batch.id, batch.rows_done, actor)
    return batch


def make_import(team: Team, *rows: dict[str, str]) -> ImportBatch:
    """A file that a lead of the team brought in: one with a person and a refused row, unless rows are given."""
    return import_all(caseload_file(*(rows or ({}, {"Surname": ""}))), team, a_lead_of(team))


def make_held_row(team: Team) -> HeldRow:
    """A row that may be somebody whom the team supports, waiting for a decision."""
    batch = make_import(team, {"DOB": "01/02/1990"}, {"Forename": "Amarah", "DOB": "01/02/1990"})
    rows = select(HeldRow).where(HeldRow.batch_id == batch.id).order_by(HeldRow.line.desc())
    return db.session.scalars(rows.limit(1)).one()


def a_lead_of(team: Team) -> Actor:
    """Somebody who leads the team."""
    return Actor(None, "a lead of the tests", {team.id: Right.TEAM_LEAD})
