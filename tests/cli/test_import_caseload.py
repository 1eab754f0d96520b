"""A caseload brought in from the command line."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import func, select

from livingwell.audit.models import AuditEntry
from livingwell.cli import main
from livingwell.core import clock
from livingwell.extensions import db
from livingwell.people.models import ImportBatch, Person
from tests.factories.identity import make_team
from tests.factories.importing import CASELOAD, COLUMNS, caseload_file


@pytest.fixture(autouse=True)
def _at_the_command_line(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    monkeypatch.delenv("LIVINGWELL_DEMO", raising=False)
    make_team("Living Well Salford")
    with clock.fixed(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        yield


def bring(file: Path, *options: str, team: str = "Living Well Salford") -> Result:
    return CliRunner().invoke(main, ["import-caseload", str(file), "--team", team, *options])


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_the_caseload_comes_in_and_each_refused_row_is_told_with_its_line() -> None:
    result = bring(CASELOAD)
    assert result.exit_code == 0, result.output
    assert "215  come in" in result.output
    assert "25  are refused" in result.output
    assert "8  no surname" in result.output
    assert "Line 240: The NHS number on line 240 is already used on line 238 of this file" in result.output
    assert count(Person) == 215


def test_a_dry_run_says_the_same_and_writes_nothing() -> None:
    entries = count(AuditEntry)
    result = bring(CASELOAD, "--dry-run")
    assert "Nothing was changed" in result.output
    assert "215  come in" in result.output
    assert (count(Person), count(ImportBatch), count(AuditEntry)) == (0, 0, entries)


def test_again_everybody_is_here_already() -> None:
    bring(CASELOAD)
    assert "215  are here already" in bring(CASELOAD, "--dry-run").output
    assert "215  are here already" in bring(CASELOAD).output
    assert count(Person) == 215


def test_a_file_that_lacks_a_column_is_refused_in_a_line(tmp_path: Path) -> None:
    file = tmp_path / "caseload.csv"
    file.write_bytes(caseload_file({}, columns=COLUMNS[1:]))
    result = bring(file)
    assert result.exit_code == 1
    assert "no column “NHS Number”" in result.output


def test_a_team_that_is_not_there_is_said_so_with_those_that_are() -> None:
    result = bring(CASELOAD, team="Salford")
    assert result.exit_code == 1
    assert "Living Well Salford" in result.output
