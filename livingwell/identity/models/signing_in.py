"""How accounts sign in, and what keeps others out."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.extensions import Model
from livingwell.identity.models.account import Account


class LoginSession(Identified, Timed, Model):
    """One signing-in. The cookie carries a token and this row its hash, so signing out ends it for good."""

    __tablename__ = "login_session"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    last_seen_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class SignInAttempt(Identified, Model):
    """A sign-in that failed, counted by account and by address. Holds hashes: no address is kept in clear."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index("ix_sign_in_attempt_email_hash_at", "email_hash", "at"),
        Index("ix_sign_in_attempt_address_hash_at", "address_hash", "at"),
    )

    email_hash: Mapped[str] = mapped_column(String(64))
    address_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    INVITATION = "invitation"
    NEW_PASSWORD = "new_password"


class OneTimeLink(Identified, Timed, Model):
    """A link that sets a password once, shown once on the administrator's screen; only its hash is kept."""

    __tablename__ = "one_time_link"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    purpose: Mapped[LinkPurpose] = mapped_column(choice(LinkPurpose))
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")
