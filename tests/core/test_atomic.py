"""One commit for each action, all of it or nothing."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import set_committed_value

from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import WriteWhileReading, after_commit, atomic, end_reading, only_reading
from livingwell.core.errors import Conflict, Stale
from livingwell.extensions import db
from livingwell.identity.models import Team
from tests.factories.identity import make_account

TESTS = the_system("tests")


@atomic()
def add_team(name: str) -> None:
    db.session.add(Team(name=name))
    record("add_team", TESTS)


def names() -> list[str]:
    return list(db.session.scalars(select(Team.name).order_by(Team.name)))


def test_what_an_action_wrote_is_kept(app: Flask) -> None:
    add_team("Irwell")

    assert names() == ["Irwell"]


def test_of_an_action_that_fails_nothing_is_kept(app: Flask) -> None:
    with pytest.raises(ZeroDivisionError), atomic():
        add_team("Irwell")
        _ = 1 / 0

    assert names() == []


def test_an_action_inside_another_joins_its_commit(app: Flask) -> None:
    with atomic():
        add_team("Irwell")
        add_team("Medlock")

    assert names() == ["Irwell", "Medlock"]


def test_what_comes_after_a_commit_waits_for_the_outermost(app: Flask) -> None:
    done: list[str] = []
    with atomic():
        with atomic():
            after_commit(lambda: done.append("told"))
            add_team("Irwell")
        assert done == []

    assert done == ["told"]


def test_what_comes_after_a_commit_never_comes_when_it_fails(app: Flask) -> None:
    done: list[str] = []
    with pytest.raises(ZeroDivisionError), atomic():
        after_commit(lambda: done.append("told"))
        _ = 1 / 0
    add_team("Irwell")

    assert done == []


def test_a_page_that_only_reads_cannot_write(app: Flask) -> None:
    token = only_reading.set(True)
    try:
        with pytest.raises(WriteWhileReading):
            add_team("Irwell")
    finally:
        only_reading.reset(token)


def test_rows_changed_outside_an_action_are_refused(app: Flask) -> None:
    db.session.add(Team(name="Irwell"))

    with pytest.raises(WriteWhileReading):
        add_team("Medlock")
    db.session.rollback()


def test_a_row_that_somebody_else_was_quicker_to_add_is_a_conflict(app: Flask) -> None:
    add_team("Irwell")
    with pytest.raises(Conflict, match="somebody saved the same thing"):
        add_team("Irwell")
    assert names() == ["Irwell"]


def test_a_row_that_breaks_another_rule_is_a_mistake_of_ours(app: Flask) -> None:
    with pytest.raises(IntegrityError):
        add_team(None)  # type: ignore[arg-type]


def test_a_row_that_somebody_else_changed_meanwhile_is_stale(app: Flask) -> None:
    account = make_account("Priya")
    with pytest.raises(Stale), atomic():
        set_committed_value(account, "row_version", 7)
        account.name = "Priya Mistry"
        record("rename", TESTS)


def test_a_request_that_only_reads_changes_no_row_even_by_mistake(app: Flask) -> None:
    add_team("Irwell")
    team = db.session.scalars(select(Team)).one()

    is_reading = only_reading.set(True)
    try:
        team.name = "Another"
        end_reading()
        with pytest.raises(WriteWhileReading):
            names()  # looks at what was changed, and would write it first
    finally:
        only_reading.reset(is_reading)
        db.session.rollback()

    assert names() == ["Irwell"]
