"""Thousands of rows in one statement."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY


def insert_many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows, which all have the same columns.

    PostgreSQL takes a column at a time, as arrays: row by row it takes five times as long.
    """
    if not rows:
        return
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    columns = [table.c[name] for name in rows[0]]
    arrays = (
        bindparam(column.name, [row[column.name] for row in rows], type_=ARRAY(column.type)) for column in columns
    )
    connection.execute(insert(table).from_select(columns, select(*map(func.unnest, arrays)), include_defaults=False))
