"""The floor that a page is measured against: what it would cost with no work of ours at all.

A floor answers with as many bytes as the page, after doing the page's own SELECTs in Core with the page's own
values, the same session load, and the same access entry, with as many ids. What is left above it is objects, forms
and rendering.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Flask, Response
from sqlalchemy import event, select

from livingwell.audit import chain, record_read
from livingwell.audit.models import AuditEntry
from livingwell.extensions import csrf, db
from livingwell.web.guards import current_actor, only_reads, signed_in

OF_THE_SESSION = "login_session"
OF_THE_AUDIT = "audit_entry"
NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")


@dataclass(frozen=True)
class Told:
    """A statement as the driver was told it."""

    text: str
    values: Any

    @property
    def is_own_select(self) -> bool:
        """The page's own reading: the session's load and the audit's chain are done by the floor for real."""
        others = (OF_THE_SESSION, OF_THE_AUDIT, "pg_advisory")
        return self.text.lstrip().startswith(("SELECT", "WITH")) and not any(name in self.text for name in others)


@dataclass(frozen=True)
class Seen:
    """What a page did when it was asked once: its statements, its answer, and whom its access entry names."""

    told: list[Told]
    size: int
    shown: list[UUID] | None

    @property
    def own_selects(self) -> list[Told]:
        return [one for one in self.told if one.is_own_select]


@contextmanager
def listening(app: Flask) -> Iterator[list[Told]]:
    """Note every statement that runs on the app's engine until the block ends."""
    noted: list[Told] = []

    def note(_connection: Any, _cursor: Any, text: str, values: Any, _context: Any, _many: bool) -> None:
        if not text.startswith(NOT_COUNTED):
            noted.append(Told(text, values))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield noted
    finally:
        event.remove(engine, "before_cursor_execute", note)


def shown_by(app: Flask, told: list[Told]) -> list[UUID] | None:
    """The people whom the page's access entry names, or none where it made no such entry."""
    if not any(OF_THE_AUDIT in one.text for one in told):
        return None
    with app.app_context():
        detail = db.session.scalars(select(AuditEntry.detail).order_by(AuditEntry.number.desc()).limit(1)).one()
    return [UUID(row_id) for row_id in detail.get("shown", ())]


class Floors:
    """Bare views, one for each page that is measured, added to an app before its first request."""

    def __init__(self, app: Flask) -> None:
        self.seen: dict[str, Seen] = {}
        app.add_url_rule("/floor/<name>", "floor", signed_in(self.read))
        searched, saved = only_reads(signed_in(self.read)), signed_in(self.save)
        app.add_url_rule("/floor/<name>/posted", "floor_posted", csrf.exempt(searched), methods=["POST"])
        app.add_url_rule("/floor/<name>/saved", "floor_saved", csrf.exempt(saved), methods=["POST"])

    def read(self, name: str) -> Response:
        """The access entry, where the page makes one, and its SELECTs."""
        seen = self.seen[name]
        if seen.shown is not None:
            record_read("floor", current_actor(), shown=seen.shown)
        self._select(seen)
        return Response("x" * seen.size, mimetype="text/html")

    def save(self, name: str) -> Response:
        """The SELECTs, then one entry of the audit and one durable commit: the least that a saving leaves."""
        seen = self.seen[name]
        self._select(seen)
        entry = {
            "is_read": False,
            "verb": "floor",
            "actor_id": current_actor().account_id,
            "actor_label": "",
            "person_id": None,
            "detail": {"salt": "", "changes": []},
        }
        chain.append(db.session.connection(), [entry])
        db.session.commit()
        return Response("x" * seen.size, mimetype="text/html")

    @staticmethod
    def _select(seen: Seen) -> None:
        connection = db.session.connection()
        for one in seen.own_selects:
            connection.exec_driver_sql(one.text, one.values).all()
