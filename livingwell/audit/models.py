"""One table, added to and never changed: triggers in both databases refuse the rest."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DDL, JSON, BigInteger, Index, Integer, String, Uuid, event
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.audit.triggers import APPEND_ONLY
from livingwell.core.model import Instant
from livingwell.extensions import Model


class AuditEntry(Model):
    """Who did what, to whose record, when. Holds ids, field names and salted hashes, never a record's text.

    Each entry's hash covers the one before, so that a missing or altered entry shows, and the chain still
    verifies when a record is one day deleted.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_person_id_at", "person_id", "at"),)

    number: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    is_read: Mapped[bool]
    verb: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[UUID | None] = mapped_column(Uuid, index=True)
    actor_label: Mapped[str] = mapped_column(String(60))
    person_id: Mapped[UUID | None] = mapped_column(Uuid)
    detail: Mapped[Any] = mapped_column(JSON)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


for dialect, statements in APPEND_ONLY.items():
    for statement in statements:
        ddl = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
        event.listen(AuditEntry.__table__, "after_create", ddl.execute_if(dialect=dialect))
