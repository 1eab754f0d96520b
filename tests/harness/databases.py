"""The databases under test: each made once a session, and emptied before each test.

Commits are real and connections are many, as in production: nothing runs inside a transaction of the test's
own, because the app opens several connections and a browser's requests come on other threads.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from flask import Flask
from sqlalchemy import Engine, create_engine, make_url, text

from livingwell.extensions import db
from tools import postgresql

KINDS = ("sqlite", "postgresql")


class Database(Protocol):
    """One database that a session of tests uses over and over."""

    url: str

    def build(self, app: Flask) -> None:
        """Make every table from the models, once."""

    def empty(self, app: Flask) -> None:
        """Bring back the state that `build` left."""


class SQLite:
    """A file, and a copy of it as it was when new: putting the copy back takes half a millisecond."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "test.db"
        self.as_new = folder / "as-new.db"
        self.url = f"sqlite:///{self.file}"

    def build(self, app: Flask) -> None:
        with app.app_context():
            db.create_all()
            db.engine.dispose()  # the last connection to close brings the write-ahead log into the file
        shutil.copyfile(self.file, self.as_new)

    def empty(self, app: Flask) -> None:
        with app.app_context():
            db.engine.dispose()
        for leftover in self.file.parent.glob(self.file.name + "*"):
            leftover.unlink()
        shutil.copyfile(self.as_new, self.file)


class PostgreSQL:
    """A database of our own on a server. Its rows are deleted with triggers and foreign keys off, because the
    audit's tables refuse to forget; that needs a superuser."""

    def __init__(self, url: str) -> None:
        self.url = url

    def build(self, app: Flask) -> None:
        with app.app_context():
            db.create_all()

    def empty(self, app: Flask) -> None:
        tables = "; ".join(f'DELETE FROM "{name}"' for name in db.metadata.tables)
        with app.app_context(), db.engine.begin() as connection:
            connection.exec_driver_sql(
                f"SET LOCAL session_replication_role = replica; SET LOCAL lock_timeout = '5s'; {tables}"
            )


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a server where databases may be made: the one that is named, or one of our own."""
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        yield with_driver(named)
        return
    with postgresql.running() as url:
        yield with_driver(url)


@contextmanager
def postgresql_database(server: str) -> Iterator[str]:
    """The address of a new, empty database; it is dropped at the end."""
    name = f"livingwell_test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    run(engine, f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        run(engine, f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()


def with_driver(url: str) -> str:
    """The address with the driver that the app uses, however it was written."""
    return make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def run(engine: Engine, statement: str) -> None:
    with engine.connect() as connection:
        connection.execute(text(statement))
