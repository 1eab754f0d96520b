"""The bare extensions, bound to the app in app.py, and how each connection to the database behaves."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, current_app
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

from livingwell.config import Settings

SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000")

writing: ContextVar[bool] = ContextVar("writing", default=False)
"""True inside an action, and while a request that may write is served: transactions take the write lock."""

_rendering: ContextVar[bool] = ContextVar("rendering", default=False)


class Base(DeclarativeBase):
    """The registry of all tables. Constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Files:
    """Where pictures and recordings are kept: one folder for each app, as there is one database."""

    def init_app(self, app: Flask, folder: Path) -> None:
        app.extensions["files"] = folder

    @property
    def folder(self) -> Path:
        folder: Path = current_app.extensions["files"]
        return folder


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model  # made at run time, with the table names and the metadata of the base
login = LoginManager()
csrf = CSRFProtect()
htmx = HTMX()
files = Files()
migrate = Migrate()


def chosen() -> Settings:
    """The settings of this installation, for rules that depend on one."""
    settings: Settings = current_app.config["LIVINGWELL"]
    return settings


class StatementInTemplate(RuntimeError):
    """A template asked the database for something that its query should have loaded."""


@contextmanager
def without_statements() -> Iterator[None]:
    """Refuse every SQL statement until the block ends. Pages are rendered inside it."""
    token = _rendering.set(True)
    try:
        yield
    finally:
        _rendering.reset(token)


def prepare_engine(engine: Engine) -> None:
    """Make each connection durable and strict (SQLite) and refuse statements while rendering."""
    event.listen(engine, "before_cursor_execute", _refuse_while_rendering)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _refuse_while_rendering(_connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
    if _rendering.get():
        raise StatementInTemplate(statement)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # else the driver begins transactions of its own, deferred ones
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where something may be written.

    A read that later wants to write fails as soon as another process has written in between, whatever
    the busy timeout; and a reader that took the lock would keep the others out.
    """
    writes = writing.get() or connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
