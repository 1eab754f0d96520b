"""The floor that a page is measured against: what it would cost with no work of ours at all.

A floor answers with as many bytes as the page, after doing the page's own SELECTs in Core with the page's own
values, the same session load, and the same access entry. What is left above it is forms, objects and rendering.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Flask, Response
from sqlalchemy import event

from livingwell.audit import chain, record_read
from livingwell.core.clock import now
from livingwell.extensions import csrf, db
from livingwell.web.guards import current_actor, signed_in

OF_THE_SESSION = "login_session"
OF_THE_AUDIT = "audit_entry"


@dataclass(frozen=True)
class Told:
    """A statement as the driver was told it."""

    text: str
    values: Any


@contextmanager
def listening(app: Flask) -> Iterator[list[Told]]:
    """Note every statement that runs on the app's engine until the block ends."""
    noted: list[Told] = []

    def note(_connection: Any, _cursor: Any, text: str, values: Any, _context: Any, _many: bool) -> None:
        noted.append(Told(text, values))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield noted
    finally:
        event.remove(engine, "before_cursor_execute", note)


def own_selects(told: list[Told]) -> list[Told]:
    """The page's own reading: without the session's load and the audit's chain, which the floor does for real."""
    return [
        one
        for one in told
        if one.text.lstrip().upper().startswith("SELECT")
        and OF_THE_SESSION not in one.text
        and OF_THE_AUDIT not in one.text
        and "pg_advisory" not in one.text
    ]


class Floors:
    """Bare views, one for each page that is measured, added to an app before its first request."""

    def __init__(self, app: Flask) -> None:
        self.selects: dict[str, list[Told]] = {}
        self.sizes: dict[str, int] = {}
        self.has_access_entry: dict[str, bool] = {}
        app.add_url_rule("/floor/<name>", "floor", signed_in(self.read))
        app.add_url_rule("/floor/<name>", "floor_write", csrf.exempt(signed_in(self.write)), methods=["POST"])

    def learn(self, name: str, told: list[Told], size: int) -> None:
        """Take over what a page did, so that its floor does the same."""
        self.selects[name] = own_selects(told)
        self.sizes[name] = size
        self.has_access_entry[name] = any(OF_THE_AUDIT in one.text for one in told)

    def read(self, name: str) -> Response:
        if self.has_access_entry[name]:
            record_read("floor", current_actor(), shown=[UUID(int=number) for number in range(1, 26)])
        self._select(name)
        return Response("x" * self.sizes[name], mimetype="text/html", headers={"Cache-Control": "no-store"})

    def write(self, name: str) -> Response:
        """One row of audit and one durable commit, after the page's own SELECTs."""
        self._select(name)
        entry = {
            "is_read": False,
            "verb": "floor",
            "actor_id": current_actor().account_id,
            "actor_label": "",
            "person_id": None,
            "detail": {"at": now().isoformat()},
        }
        chain.append(db.session.connection(), entry)
        db.session.commit()
        return Response("x" * self.sizes[name], mimetype="text/html")

    def _select(self, name: str) -> None:
        connection = db.session.connection()
        for one in self.selects[name]:
            connection.exec_driver_sql(one.text, one.values).all()
