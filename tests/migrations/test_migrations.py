"""The migrations build the very tables that the models name, on both databases."""

import pytest
from flask import Flask
from flask_migrate import check, upgrade
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from livingwell.extensions import db
from tests.harness.application import build_app


@pytest.fixture
def migrated(empty_database: str) -> Flask:
    app = build_app(empty_database)
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def test_from_nothing_they_make_every_table(migrated: Flask) -> None:
    made = set(inspect(db.engine).get_table_names()) - {"alembic_version"}

    assert made == set(db.metadata.tables)


def test_nothing_is_left_to_migrate(migrated: Flask) -> None:
    check()  # exits with an error where models and tables differ


@pytest.mark.parametrize("change", ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"])
def test_a_migrated_audit_is_append_only(migrated: Flask, change: str) -> None:
    with db.engine.connect().execution_options(writes=True) as connection:
        add_entry(connection)

        with pytest.raises(DatabaseError, match="append-only"):
            connection.execute(text(change))


def add_entry(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO audit_entry (at, is_read, verb, actor_label, detail, previous_hash, hash)"
            " VALUES ('2026-05-03 10:00:00', TRUE, 'look', 'tests', '{}', '', '')"
        )
    )
