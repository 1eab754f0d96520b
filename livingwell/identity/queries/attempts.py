"""How often signing in has failed lately."""

from datetime import datetime

from sqlalchemy import func, select

from livingwell.extensions import db
from livingwell.identity.models import SignInAttempt


def failures_since(start: datetime, *, email_hash: str, address_hash: str) -> tuple[int, int]:
    """How many for the account, and how many from the address."""
    return (
        _count(SignInAttempt.email_hash == email_hash, SignInAttempt.at > start),
        _count(SignInAttempt.address_hash == address_hash, SignInAttempt.at > start),
    )


def _count(*conditions: object) -> int:
    return db.session.scalar(select(func.count()).select_from(SignInAttempt).where(*conditions)) or 0  # type: ignore[arg-type]
