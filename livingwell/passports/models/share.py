"""The passport shown to somebody by a link: for how long, with which PIN, and each time that it was opened."""

import hashlib
import hmac
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.clock import now
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

MOST_WRONG = 5
"""How many wrong PINs in a row stop the link. Of a million PINs, a guesser has tried five by then."""

STAYS_OPEN = timedelta(minutes=30)

VISITOR_NAME = "somebody with a link"
"""Who it was, as the audit says: nobody asks a visitor who they are."""


class ShareLasting(StrEnum):
    """How long a link opens the passport."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def time(self) -> timedelta:
        return {ShareLasting.DAY: timedelta(days=1), ShareLasting.WEEK: timedelta(weeks=1)}.get(
            self, timedelta(days=30)
        )


class WhyStopped(StrEnum):
    """What stopped a link before its time."""

    ASKED = "asked"
    WRONG_PINS = "wrong_pins"


def hash_of(token: str, pin: str = "") -> str:
    """What is kept of a token, or of a PIN with it.

    The token is too long to be guessed and is kept nowhere, so a copy of the database tells neither: a PIN alone
    would be found by trying all of them.
    """
    return hashlib.sha256(f"{token}:{pin}".encode()).hexdigest()


class PassportShare(Line, Model):
    """A link that the person, or a member for them, made."""

    __tablename__ = "passport_share"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    pin_hash: Mapped[str] = mapped_column(String(64))
    for_whom: Mapped[str] = mapped_column(String(SHORT), default="")
    ends_at: Mapped[datetime] = mapped_column(Instant)

    stop: Mapped["ShareStop | None"] = relationship(lazy="raise_on_sql")
    openings: Mapped[list["ShareOpening"]] = relationship(lazy="raise_on_sql", order_by="ShareOpening.created_at")

    @property
    def is_open(self) -> bool:
        """Whether it still opens the passport."""
        return self.stop is None and now() < self.ends_at

    @property
    def wrong_in_a_row(self) -> int:
        """How many wrong PINs were tried since the last right one."""
        count = 0
        for opening in self.openings:
            count = 0 if opening.is_right else count + 1
        return count

    def fits(self, token: str, pin: str) -> bool:
        """Whether it is the right PIN; takes as long either way."""
        return hmac.compare_digest(self.pin_hash, hash_of(token, pin))


class ShareStop(Line, Model):
    """A link was stopped; nothing opens it again."""

    __tablename__ = "share_stop"

    share_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("passport_share.id"), unique=True)
    why: Mapped[WhyStopped] = mapped_column(choice(WhyStopped))


class ShareOpening(Identified, Timed, Model):
    """Somebody sent a PIN. `browser` is its kind and the kind of machine, nothing that tells one from another."""

    __tablename__ = "share_opening"

    share_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("passport_share.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    is_right: Mapped[bool]
    browser: Mapped[str] = mapped_column(String(SHORT))
