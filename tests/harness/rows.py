"""Rows written out as INSERTs that both databases read alike: ids in hexadecimal, instants in UTC without a zone."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from livingwell.extensions import db


def inserts() -> Iterator[str]:
    """Every row of every table, parents first."""
    for table in db.metadata.sorted_tables:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        for row in db.session.execute(select(table)):
            yield f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join(literal(value) for value in row)})'


def insert(connection: Connection, statements: Iterable[str]) -> None:
    """Run the INSERTs inside the connection's transaction, with what refers to each other in any order."""
    is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica; SET LOCAL TIME ZONE 'UTC'")
        in_its_words = BYTES.sub(r"'\\x\1'", ";\n".join(statements))
        connection.exec_driver_sql(in_its_words.replace("%", "%%"))
        connection.exec_driver_sql(AUDIT_GOES_ON)
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for statement in statements:
        connection.exec_driver_sql(statement)


BYTES = re.compile(r"X'([0-9a-f]*)'(?!')")
"""Bytes as SQLite reads them. In a text each quotation mark is doubled, so that none looks like this."""

AUDIT_GOES_ON = "SELECT setval(pg_get_serial_sequence('audit_entry', 'number'), (SELECT max(number) FROM audit_entry))"


def literal(value: Any) -> str:
    """The value as SQL."""
    match value:
        case None:
            return "NULL"
        case bool():
            return "TRUE" if value else "FALSE"
        case Enum():
            return quoted(value.value)
        case int() | float():
            return str(value)
        case bytes():
            return f"X'{value.hex()}'"
        case UUID():
            return quoted(value.hex)
        case datetime():
            return quoted(value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds"))
        case date() | time():
            return quoted(value.isoformat())
        case str():
            return quoted(value)
        case dict() | list():
            return quoted(json.dumps(value, ensure_ascii=False))
    raise TypeError(f"a {type(value).__name__} can't be written out")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
