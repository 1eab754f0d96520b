"""Each write is recorded, or it does not happen.

Every flush notes which rows it changed. `record` ties what was noted since the last call to an entry; on
leaving `atomic`, a change that no entry names raises UnrecordedWrite and nothing is committed.
"""

import hashlib
import secrets
from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session

from livingwell.audit import chain
from livingwell.core.actor import Actor
from livingwell.core.atomic import before_commit
from livingwell.core.errors import UnrecordedWrite
from livingwell.extensions import db

OPERATIONAL = frozenset(
    {
        "audit_entry",
        "chore",
        "delivery",
        "delivery_step",
        "discussion_stamp",
        "draft",
        "feed_refusal",
        "feed_row",
        "feed_turn",
        "import_piece",
        "login_session",
        "one_time_code",
        "outage",
        "presence",
        "service_word",
        "sign_in_attempt",
        "submission",
        "words_due",
    }
)
"""Tables that hold no part of a record and need no entry."""

_NOTED = "audit_noted"


def record(verb: str, actor: Actor, person_id: UUID | None = None) -> None:
    """Enter what was changed since the last entry as done by the actor, to the person's record.

    Raises UnrecordedWrite where a changed row belongs to another person than the one named.
    """
    changes = _noted()
    _require_one_person(changes, person_id)
    chain.append(db.session.connection(), [_entry(verb, actor, person_id, changes)])


def record_each(verb: str, actor: Actor) -> None:
    """Enter what was changed since the last entry to the record of each person whom it is about: for hundreds at once.

    What is about nobody is left for the entry that follows.
    """
    changes_by_person = defaultdict(list)
    for change in _noted():
        changes_by_person[change["person_id"]].append(change)
    db.session().info[_NOTED] = changes_by_person.pop(None, [])
    if changes_by_person:
        entries = (_entry(verb, actor, person_id, changes) for person_id, changes in changes_by_person.items())
        chain.append(db.session.connection(), entries)


def _noted() -> list[dict[str, Any]]:
    """What was changed since the last entry."""
    session = db.session()
    session.flush()
    noted: list[dict[str, Any]] = session.info.pop(_NOTED, [])
    return noted


def _entry(verb: str, actor: Actor, person_id: UUID | None, changes: list[dict[str, Any]]) -> dict[str, Any]:
    salt = secrets.token_hex(8)
    return {
        "is_read": False,
        "verb": verb,
        "actor_id": actor.account_id,
        "actor_label": "" if actor.account_id else actor.name,
        "person_id": person_id,
        "detail": {"salt": salt, "changes": [_told(change, salt) for change in changes]},
    }


def _require_one_person(changes: list[dict[str, Any]], person_id: UUID | None) -> None:
    for change in changes:
        if person_id and change["person_id"] and change["person_id"] != person_id:
            raise UnrecordedWrite(f"{change['table']} belongs to another person than the entry names")


def _told(change: dict[str, Any], salt: str) -> dict[str, Any]:
    return {
        "table": change["table"],
        "row": change["row"],
        "did": change["did"],
        "fields": {name: _hashed(value, salt) for name, value in change["fields"].items()},
    }


def _hashed(value: Any, salt: str) -> str:
    return hashlib.sha256(f"{salt}{value!r}".encode()).hexdigest()[:16]


@event.listens_for(Session, "after_flush")
def _note_changes(session: Session, _context: Any) -> None:
    noted = session.info.setdefault(_NOTED, [])
    for did, rows in (("added", session.new), ("changed", session.dirty), ("removed", session.deleted)):
        for row in rows:
            if row.__tablename__ in OPERATIONAL or (did == "changed" and not session.is_modified(row)):
                continue
            noted.append(_change(did, row))


def _change(did: str, row: Any) -> dict[str, Any]:
    state = inspect(row)
    names = [attribute.key for attribute in state.mapper.column_attrs]
    if did == "changed":
        names = [name for name in names if state.attrs[name].history.has_changes()]
    return {
        "table": row.__tablename__,
        "row": str(state.mapper.primary_key_from_instance(row)[0]),
        "did": did,
        "fields": {name: getattr(row, name) for name in names if name != "row_version"},
        "person_id": getattr(row, "person_id", None),
    }


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(_NOTED, None)


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk_writes(state: ORMExecuteState) -> None:
    """A bulk statement passes by the notes above, so it is kept to the operational tables."""
    if state.is_insert or state.is_update or state.is_delete:
        table = getattr(state.statement, "table", None)
        name = getattr(table, "name", "a table")
        if name not in OPERATIONAL:
            raise UnrecordedWrite(f"a bulk statement on {name} leaves no audit entry")


def _require_all_recorded(session: Session) -> None:
    left = session.info.pop(_NOTED, [])
    if left:
        tables = ", ".join(sorted({change["table"] for change in left}))
        raise UnrecordedWrite(f"no audit entry was made for what was written to {tables}")


before_commit.append(_require_all_recorded)
