"""Who changed what in a person's record, as the audit has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Account

LATEST = 20


@dataclass(frozen=True)
class Change:
    """One action: who, when, and the fields that it changed, as (table, field) pairs."""

    at: datetime
    verb: str
    by: str
    fields: frozenset[tuple[str, str]]


def latest_changes(person_id: UUID) -> Sequence[Change]:
    """The latest changes to the person's record, the newest first."""
    found = (
        select(AuditEntry.at, AuditEntry.verb, Account.name, AuditEntry.actor_label, AuditEntry.detail)
        .outerjoin(Account, AuditEntry.actor_id == Account.id)
        .where(AuditEntry.person_id == person_id, AuditEntry.is_read.is_(False))
        .order_by(AuditEntry.at.desc(), AuditEntry.number.desc())
        .limit(LATEST)
    )
    return [
        Change(at, verb, name or label, _changed(detail["changes"]))
        for at, verb, name, label, detail in db.session.execute(found)
    ]


def _changed(changes: list[dict[str, object]]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (str(change["table"]), str(field))
        for change in changes
        if change["did"] == "changed"
        for field in change["fields"]  # type: ignore[attr-defined]
    )
