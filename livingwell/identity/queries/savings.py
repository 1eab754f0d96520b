"""Who saved something last, by the audit: shown to somebody whose own saving came second."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.extensions import db
from livingwell.identity.models import Account

LATEST = 200  # a conflict is about something saved within minutes


@dataclass(frozen=True)
class Saving:
    """Who saved it, and when."""

    name: str
    at: datetime


def last_saving(row_id: UUID, person_id: UUID | None) -> Saving | None:
    """Who saved the row last, among the latest entries (of the person, where it is about one)."""
    entries = (
        select(AuditEntry, Account.name)
        .join(Account, AuditEntry.actor_id == Account.id)
        .where(AuditEntry.is_read.is_(False))
        .order_by(AuditEntry.number.desc())
        .limit(LATEST)
    )
    if person_id is not None:
        entries = entries.where(AuditEntry.person_id == person_id)
    for entry, name in db.session.execute(entries):
        if any(change["row"] == str(row_id) for change in entry.detail["changes"]):
            return Saving(name, entry.at)
    return None
