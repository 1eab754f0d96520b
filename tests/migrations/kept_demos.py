"""The demo as it was at the end of each issue, so that later migrations prove themselves on real-shaped rows.

    python -m tests.migrations.kept_demos 0001     writes demo-0001.sql.gz, from a demo told afresh

One file of INSERTs serves both databases: ids in hexadecimal, instants in UTC without a zone.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from flask_migrate import upgrade
from sqlalchemy import Connection, select

from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from tests.harness.application import build_app

FOLDER = Path(__file__).parent


def kept() -> list[str]:
    """The revisions at which a demo was kept, oldest first."""
    return sorted(file.name.removeprefix("demo-").removesuffix(".sql.gz") for file in FOLDER.glob("demo-*.sql.gz"))


def load(connection: Connection, revision: str) -> None:
    """Insert a kept demo into tables as they were at that revision."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica; SET LOCAL TIME ZONE 'UTC'")
    else:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for line in gzip.decompress((FOLDER / f"demo-{revision}.sql.gz").read_bytes()).decode().split(";\n"):
        if line:
            connection.exec_driver_sql(line.replace("%", "%%") if connection.dialect.paramstyle == "pyformat" else line)


def write(revision: str) -> None:
    """Tell the demo in a database of its own and keep it."""
    with TemporaryDirectory() as folder, build_app(f"sqlite:///{folder}/demo.db").app_context():
        upgrade()
        tell_demo()
        text = "".join(f"{statement};\n" for statement in inserts())
        db.session.remove()
        db.engine.dispose()
    (FOLDER / f"demo-{revision}.sql.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def inserts() -> Iterator[str]:
    """Every row of every table, parents first."""
    for table in db.metadata.sorted_tables:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        for row in db.session.execute(select(table)):
            yield f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join(literal(value) for value in row)})'


def literal(value: Any) -> str:
    """The value as SQL that both databases read alike."""
    match value:
        case None:
            return "NULL"
        case bool():
            return "TRUE" if value else "FALSE"
        case Enum():
            return quoted(value.value)
        case int() | float():
            return str(value)
        case UUID():
            return quoted(value.hex)
        case datetime():
            return quoted(value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds"))
        case date():
            return quoted(value.isoformat())
        case str():
            return quoted(value)
        case dict() | list():
            return quoted(json.dumps(value, ensure_ascii=False))
    raise TypeError(f"a {type(value).__name__} can't be kept")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    write(sys.argv[1])
