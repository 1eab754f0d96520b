"""How accounts sign in, and what keeps others out."""

import hashlib
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.extensions import Model
from livingwell.identity.models.account import Account

BROWSER = 300
HELPER = 80
LINK_IS_OVER = "This link can’t be used any more. Ask your account administrator for a new one."


def hash_of_token(token: str) -> str:
    """What is kept of a token. It is long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


class LoginSession(Identified, Timed, Model):
    """One signing-in. The cookie carries a token and this row its hash, so signing out ends it for good.

    `browser` is what the browser says of itself, for the list on one's own account page. `helped_by` names somebody
    who helps the person or the carer to use it this time: what is written then is signed with both names.
    """

    __tablename__ = "login_session"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    browser: Mapped[str] = mapped_column(String(BROWSER), default="")
    helped_by: Mapped[str] = mapped_column(String(HELPER), default="", server_default="")
    last_seen_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")

    def end(self) -> None:
        """Let nobody in with it from now on."""
        self.revoked_at = self.revoked_at or now()


class SignInAttempt(Identified, Model):
    """A try at signing in that came to nothing so far, counted by account and by address.

    Holds keyed hashes: neither the e-mail address nor the network address is kept in clear.
    """

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

    @property
    def is_usable(self) -> bool:
        """Needs `account` to be loaded."""
        return self.used_at is None and now() < self.expires_at and self.account.is_active

    def use(self) -> None:
        """Count it as used. Raises Conflict when it was used before, is too old, or its account is closed."""
        if not self.is_usable:
            raise Conflict(LINK_IS_OVER)
        self.used_at = now()

    def withdraw(self) -> None:
        """Let nobody use it any more."""
        self.used_at = self.used_at or now()
