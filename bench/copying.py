"""Rows copied within a database, with ids of their own: how a told team becomes a trust of many teams.

A copy differs from its row in one group of four digits of each id, so that what belonged together still does. In a
random id that group can't be a copy's number: the standard keeps its first digit. Copying is told to the database in
SQL (Core), and so passes by the audit: nobody wrote these records.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Uuid,
    cast,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    type_coerce,
)

from livingwell.core.model import Instant

Expression = Callable[[Any, Table], Any]
"""How a column of a copy is made, from the row's columns and the number of the copy."""


class Group(Enum):
    """The group of an id that holds the number of the copy: the third begins with a 4, the fourth with 8, 9, a or b."""

    THIRD = 3
    FOURTH = 4

    @property
    def digits_before(self) -> int:
        return 4 * self.value

    @property
    def characters_before(self) -> int:
        """With the dashes, as an id is written out."""
        return self.digits_before + self.value - 1

    @property
    def pattern(self) -> str:
        return "([0-9a-f]{8}" + "-[0-9a-f]{4}" * (self.value - 2) + "-)[0-9a-f]{4}"

    def of_copy(self, row_id: UUID, number: int) -> UUID:
        """The id of that copy of a row."""
        digits = row_id.hex
        return UUID(hex=digits[: self.digits_before] + f"{number:04x}" + digits[self.digits_before + 4 :])


numbers = Table(
    "copy_number",
    MetaData(),
    Column("number", Integer),
    Column("hex", String(4)),
    Column("digits", String(4)),
    prefixes=["TEMPORARY"],
)
"""The numbers of the copies to make, also as four digits of each kind."""


@dataclass(frozen=True)
class Copying:
    """One round of copies. `group`: where in an id the copy's number stands.

    `changes` says how a column, named "table.column", differs otherwise. `days_earlier`: tables whose dates are put
    back, by so many days for each copy. `only`: which rows of a table are copied; what belongs to another isn't.
    """

    tables: tuple[Table, ...]
    group: Group
    changes: Mapping[str, Expression] = field(default_factory=dict)
    days_earlier: Mapping[str, int] = field(default_factory=dict)
    only: Mapping[str, Callable[[Table], ColumnElement[bool]]] = field(default_factory=dict)

    def run(self, connection: Connection, count: int) -> None:
        """Make so many copies of every row."""
        _number_copies(connection, count)
        dialect = _Dialect(connection)
        for table in self.tables:
            connection.execute(self._statement(table, dialect))
        numbers.drop(connection)

    def _statement(self, table: Table, dialect: "_Dialect") -> Any:
        columns = [column for column in table.columns if not _numbers_itself(column)]
        made = select(*(self._made(column, dialect) for column in columns)).select_from(table.join(numbers, true()))
        return insert(table).from_select(columns, self._chosen(made, table, dialect), include_defaults=False)

    def _made(self, column: Column[Any], dialect: "_Dialect") -> Any:
        name = f"{column.table.name}.{column.name}"
        value = column
        if column.table.name in self.days_earlier:
            value = dialect.earlier(column, self.days_earlier[column.table.name])
        if name in self.changes:
            return self.changes[name](value, column.table).label(column.name)
        if isinstance(column.type, Uuid) and self._is_copied(column):
            return dialect.other_id(column, self.group).label(column.name)
        if isinstance(column.type, JSON):
            return dialect.other_ids_within(column, self.group).label(column.name)
        return value.label(column.name)

    def _is_copied(self, column: Column[Any]) -> bool:
        """Whether the id is of a row that is copied too. One without a foreign key is taken to be."""
        return all(key.column.table in self.tables for key in column.foreign_keys)

    def _chosen(self, made: Select[Any], table: Table, dialect: "_Dialect") -> Select[Any]:
        if table.name in self.only:
            made = made.where(self.only[table.name](table))
        for key in _references(table):
            if key.column.table in self.tables and self._leaves_some_out(key.column.table):
                copy = key.column.table.alias()
                is_there = exists().where(copy.c.id == dialect.other_id(key.parent, self.group))
                made = made.where(or_(key.parent.is_(None), is_there))
        return made

    def _leaves_some_out(self, table: Table) -> bool:
        return table.name in self.only or any(self._leaves_some_out(key.column.table) for key in _references(table))


def tables_about(table: Table) -> set[Table]:
    """The table and every other whose rows belong to one of its rows."""
    about = {table}
    for each in table.metadata.sorted_tables:
        if any(key.column.table in about for key in _references(each)):
            about.add(each)
    return about


def _references(table: Table) -> Iterable[ForeignKey]:
    return [key for key in table.foreign_keys if key.column.table is not table]


def _numbers_itself(column: Column[Any]) -> bool:
    return column.primary_key and isinstance(column.type, Integer)


def _number_copies(connection: Connection, count: int) -> None:
    numbers.create(connection)
    rows = [{"number": number, "hex": f"{number:04x}", "digits": f"{number:04d}"} for number in range(1, count + 1)]
    connection.execute(insert(numbers), rows)


class _Dialect:
    """What SQLite and PostgreSQL write differently."""

    def __init__(self, connection: Connection) -> None:
        self.is_sqlite = connection.dialect.name == "sqlite"
        if self.is_sqlite:
            driver: Any = connection.connection.dbapi_connection
            driver.create_function("regexp_replace", 4, _regexp_replace)

    def other_id(self, column: Any, group: Group) -> Any:
        before = group.digits_before if self.is_sqlite else group.characters_before
        text = type_coerce(column, String) if self.is_sqlite else cast(column, String)
        changed = func.substr(text, 1, before).concat(_hex()).concat(func.substr(text, before + 5))
        return type_coerce(changed, Uuid) if self.is_sqlite else cast(changed, Uuid)

    def other_ids_within(self, column: Any, group: Group) -> Any:
        text = type_coerce(column, String) if self.is_sqlite else cast(column, String)
        changed = func.regexp_replace(text, group.pattern, literal(r"\1").concat(_hex()), "g")
        return type_coerce(changed, JSON) if self.is_sqlite else cast(changed, JSON)

    def earlier(self, column: Column[Any], days: int) -> Any:
        """The date or instant put back by so many days for each copy; any other column as it is."""
        back = numbers.c.number * days
        if isinstance(column.type, Date):
            if self.is_sqlite:
                return type_coerce(func.date(column, _days(back)), Date)
            return column - back
        if isinstance(column.type, Instant):
            if self.is_sqlite:
                text = type_coerce(column, String)
                moved = func.strftime("%Y-%m-%d %H:%M:%S", text, _days(back))
                return type_coerce(moved.concat(func.substr(text, 20)), Instant)
            return type_coerce(type_coerce(column, Instant().impl) - func.make_interval(0, 0, 0, back), Instant)
        return column


def _hex() -> Any:
    return numbers.c.hex


def _days(back: Any) -> Any:
    """So many days back, as SQLite is told."""
    return literal("-").concat(cast(back, String)).concat(" days")


def _regexp_replace(text: str | None, pattern: str, replacement: str, _flags: str) -> str | None:
    return None if text is None else re.sub(pattern, replacement.replace(r"\1", r"\g<1>"), text)
