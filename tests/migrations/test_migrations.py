"""The migrations build the very tables that the models name, on both databases."""

import pytest
from flask import Flask
from flask_migrate import check, upgrade
from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.exc import DatabaseError

from livingwell.audit.chain import first_broken_link
from livingwell.extensions import db
from livingwell.people.models import Person
from tests.harness.application import build_app
from tests.migrations.kept_demos import kept, load


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


def test_the_tables_refuse_what_the_models_refuse(migrated: Flask, empty_database: str) -> None:
    """Alembic compares no CHECK constraints, so a migration could forget one."""
    by_migrations = checks_there()
    db.session.remove()
    db.drop_all()
    db.create_all()

    assert by_migrations == checks_there()


@pytest.mark.parametrize("change", ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"])
def test_a_migrated_audit_is_append_only(migrated: Flask, change: str) -> None:
    with db.engine.connect().execution_options(writes=True) as connection:
        add_entry(connection)

        with pytest.raises(DatabaseError, match="append-only"):
            connection.execute(text(change))


@pytest.mark.parametrize("revision", kept())
def test_a_demo_that_was_kept_comes_through_every_later_migration(empty_database: str, revision: str) -> None:
    with build_app(empty_database).app_context():
        upgrade(revision=revision)
        with db.engine.connect().execution_options(writes=True) as connection, connection.begin():
            load(connection, revision)
            kept_people = connection.scalar(text("SELECT count(*) FROM person"))
        upgrade()
        check()

        assert db.session.scalar(select(func.count()).select_from(Person)) == kept_people > 0
        assert first_broken_link(db.session.connection()) is None
        db.session.remove()
        db.engine.dispose()


def checks_there() -> dict[str, dict[str, str]]:
    """The text of each CHECK constraint by its name, for each table."""
    found = inspect(db.engine)
    return {
        table: {str(check["name"]): "".join(check["sqltext"].split()) for check in found.get_check_constraints(table)}
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def add_entry(connection: Connection) -> None:
    connection.execute(
        text(
            "INSERT INTO audit_entry (at, is_read, verb, actor_label, detail, previous_hash, hash)"
            " VALUES ('2026-05-03 10:00:00', TRUE, 'look', 'tests', '{}', '', '')"
        )
    )
