"""The chain of hashes that shows whether an entry is missing or was altered."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, insert, select, text

from livingwell.audit.models import AuditEntry
from livingwell.core.clock import now

START = "0" * 64
_LOCK = 2_026_11_21  # any number that nothing else locks
_table = AuditEntry.__table__
_latest = select(_table.c.hash).order_by(_table.c.number.desc()).limit(1)


def append(connection: Connection, entries: Iterable[dict[str, Any]]) -> None:
    """Add entries at the end of the chain, one writer at a time."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    previous = connection.execute(_latest).scalar() or START
    connection.execute(insert(AuditEntry), list(_linked(entries, previous)))


def _linked(entries: Iterable[dict[str, Any]], previous: str) -> Iterator[dict[str, Any]]:
    """Each entry with the hash of the one before it."""
    for entry in entries:
        row = {**entry, "at": now(), "previous_hash": previous}
        previous = hash_of(row)
        yield {**row, "hash": previous}


def hash_of(row: dict[str, Any]) -> str:
    """The hash, in hexadecimal, of an entry and of the hash before it."""
    told = {key: value for key, value in row.items() if key not in ("hash", "number")}
    told["at"] = told["at"].isoformat()
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def first_broken_link(connection: Connection) -> int | None:
    """The number of the first entry that does not fit the one before, or none where all do."""
    previous = START
    for row in connection.execute(select(_table).order_by(_table.c.number)).mappings():
        if row["previous_hash"] != previous or row["hash"] != hash_of(dict(row)):
            return int(row["number"])
        previous = row["hash"]
    return None
