"""The nightly run: what nobody needs any more goes, and what somebody still has to decide stays."""

from datetime import timedelta
from uuid import uuid4

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from livingwell.cli import main
from livingwell.core import clock
from livingwell.core.actor import Actor
from livingwell.drafts.actions import keep_draft, save_once
from livingwell.drafts.models import Draft, DraftKey, Submission, Typing
from livingwell.extensions import db
from livingwell.identity.actions.signing_in import prove_password
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.commands import Credentials
from livingwell.identity.models import SignInAttempt, Team
from livingwell.people.actions.importing.deciding import say_somebody_else
from livingwell.people.models import HeldRow, ImportBatch, ImportPiece, Person, RefusedRow
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.importing import a_lead_of, caseload_file, make_held_row, make_import, receive
from tests.harness.session import settle


@pytest.fixture(autouse=True)
def _at_the_command_line(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    monkeypatch.delenv("LIVINGWELL_DEMO", raising=False)


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


def tidy_after(days: int) -> str:
    with clock.fixed(clock.now() + timedelta(days=days)):
        result = CliRunner().invoke(main, ["tidy"])
    assert result.exit_code == 0, result.output
    settle()
    return result.output


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_refused_and_decided_rows_go_after_their_days_and_those_who_came_in_stay(team: Team) -> None:
    decided = make_held_row(team)
    say_somebody_else(decided.id, a_lead_of(team))
    make_import(team, {"Surname": ""}, {"Forename": "Kwame", "DOB": "1/2/1991"})
    people = count(Person)
    tidy_after(89)
    assert (count(RefusedRow), count(HeldRow)) == (1, 1)
    assert "2  rows of caseload files" in tidy_after(91)
    assert (count(RefusedRow), count(HeldRow), count(Person)) == (0, 0, people)
    assert [batch.first_rows for batch in db.session.scalars(select(ImportBatch))] == [[], []]
    assert "0  rows of caseload files" in tidy_after(91)


def test_a_row_that_waits_for_a_decision_is_kept_however_long(team: Team) -> None:
    make_held_row(team)
    tidy_after(1000)
    assert count(HeldRow) == 1


def test_many_rows_go_by_steps(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livingwell.people.actions.importing.tidying.AT_ONCE", 2)
    make_import(team, *({"Surname": ""} for _five in range(5)))
    assert "5  rows of caseload files" in tidy_after(91)
    assert count(RefusedRow) == 0


def test_a_file_that_nobody_brought_in_goes_whole(team: Team) -> None:
    receive(caseload_file({}), team, a_lead_of(team))
    tidy_after(89)
    assert (count(ImportBatch), count(ImportPiece)) == (1, 1)
    tidy_after(91)
    assert (count(ImportBatch), count(ImportPiece)) == (0, 0)


def test_drafts_sent_forms_and_tries_go_when_they_are_over(team: Team) -> None:
    member: Actor = actor_for(make_account(team=team), team)
    keep_draft(Typing(DraftKey("new_person"), str(uuid4()), "", {"reason": ["Half of it"]}), member, 14)
    save_once("0" * 64, lambda: None, member)
    throttle = Throttle(8, 100, timedelta(minutes=15), "key")
    prove_password(Credentials("nobody@example.com", "not the right one"), address="::1", throttle=throttle)
    tidy_after(0)
    assert (count(Draft), count(Submission), count(SignInAttempt)) == (1, 1, 1)
    tidy_after(15)
    assert (count(Draft), count(Submission), count(SignInAttempt)) == (0, 0, 0)
