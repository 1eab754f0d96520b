"""What is asked about one-time codes."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from livingwell.core.clock import now
from livingwell.extensions import db
from livingwell.identity.models import CodePurpose, OneTimeCode

TIME_TO_FINISH = timedelta(minutes=15)
"""How long somebody whose code was right may take over their date of birth."""

SENT = (CodePurpose.LINK, CodePurpose.CODE)


def code_by_hash(secret_hash: str) -> OneTimeCode | None:
    """The code with this secret, whatever became of it."""
    return db.session.scalar(select(OneTimeCode).where(OneTimeCode.secret_hash == secret_hash))


def code_by_id(code_id: UUID) -> OneTimeCode | None:
    return db.session.get(OneTimeCode, code_id)


def code_half_way(code_id: UUID | None) -> OneTimeCode | None:
    """The code whose secret was right lately, and that has not let anybody in yet."""
    if code_id is None:
        return None
    return db.session.scalar(
        select(OneTimeCode).where(
            OneTimeCode.id == code_id,
            OneTimeCode.used_at > now() - TIME_TO_FINISH,
            OneTimeCode.finished_at.is_(None),
        )
    )


def asked_since(start: datetime, address: str) -> int:
    """How often a link or a code was asked for with the address."""
    counted = select(func.count()).where(OneTimeCode.address == address, OneTimeCode.created_at > start)
    return db.session.scalar(counted.where(OneTimeCode.purpose.in_(SENT))) or 0


def next_to_make() -> UUID | None:
    """A link or a code that was asked for and that no worker has made yet, the first asked for first."""
    return db.session.scalar(
        select(OneTimeCode.id)
        .where(OneTimeCode.handled_at.is_(None), OneTimeCode.expires_at > now(), OneTimeCode.purpose.in_(SENT))
        .order_by(OneTimeCode.created_at)
        .limit(1)
    )
