"""How the accounts of the people we support, and of carers, sign in. `Account` is the same table as for members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.core.contact import number_shown
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import fold
from livingwell.delivery.models import Channel, Message
from livingwell.extensions import Model
from livingwell.identity.models.account import Account

ADDRESS = 254
BIRTH_DATE_TRIES = 3


class OwnWay(StrEnum):
    """How somebody who is not staff signs in: by what we send each time, or by what they remember."""

    LINK = "link"
    CODE = "code"
    PASSWORD = "password"


class OwnAccess(Identified, Timed, Model):
    """An account on a side of its own was opened, by whom.

    `born_on`: what is asked at the first use of an address, where no record of ours says it: a carer's. A person's
    stands on their record, so that a date that was corrected there counts here at once.
    """

    __tablename__ = "own_access"

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), unique=True)
    born_on: Mapped[date | None]
    opened_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    account: Mapped[Account] = relationship(lazy="raise_on_sql", foreign_keys=[account_id])


class OwnSignIn(Identified, Timed, Versioned, Model):
    """A way in to one account: an e-mail address (folded) or a number (E.164), and what proves that it is theirs.

    It is confirmed at its first use, by the date of birth. Another address is another row, which starts again; the
    one before ends when the new one is confirmed, so that a slip of the finger locks nobody out. Several accounts may
    have one address: a person who is a carer too, a couple with one phone.
    """

    __tablename__ = "own_sign_in"
    __table_args__ = (CheckConstraint("length(address) > 0", name="has_an_address"),)

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    way: Mapped[OwnWay] = mapped_column(choice(OwnWay))
    address: Mapped[str] = mapped_column(String(ADDRESS), index=True)
    set_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    birth_date_tries: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)

    account: Mapped[Account] = relationship(lazy="raise_on_sql", foreign_keys=[account_id])

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def needs_help(self) -> bool:
        """Whether the date of birth was wrong too often: a member has to look who is there."""
        return self.birth_date_tries >= BIRTH_DATE_TRIES

    @property
    def address_shown(self) -> str:
        """The address as people write it: a number with its spaces."""
        return self.address if "@" in self.address else number_shown(self.address)

    def confirm(self) -> None:
        """It is theirs: from now on what we send there is enough."""
        self.confirmed_at = self.confirmed_at or now()
        self.birth_date_tries = 0

    def end(self) -> None:
        """Let nobody in by it any more."""
        self.ended_at = self.ended_at or now()


class OwnInvitation(Identified, Timed, Model):
    """An invitation that was sent. It holds no secret: it says where to go, and the code comes when they ask for it."""

    __tablename__ = "own_invitation"

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    message_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("message.id"))
    sent_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    message: Mapped[Message] = relationship(lazy="raise_on_sql")
    sent_by: Mapped[Account | None] = relationship(lazy="raise_on_sql", foreign_keys=[sent_by_id])


class CodePurpose(StrEnum):
    """How a one-time code reaches somebody."""

    LINK = "link"
    CODE = "code"
    PRINTED = "printed"
    PASSWORD = "password"
    """Nothing was sent: a password has proved who it is."""


class OneTimeCode(Identified, Timed, Model):
    """One attempt to get in: asked for, sent by the worker, used once, and then a session or nothing.

    Only a keyed hash of the secret is kept, and none before the worker has made it. An address that we don't know has
    such a row too, with no secret ever, so that asking takes the same steps for everybody. A link or a text belongs to
    the `address` that it went to; a printed code to the account. `base` is where a link begins: https and our name.
    `may_open` holds the ids of the accounts that were proved to be theirs.
    """

    __tablename__ = "one_time_code"
    __table_args__ = (
        Index("ix_one_time_code_address_created_at", "address", "created_at"),
        Index("ix_one_time_code_handled_at", "handled_at"),
    )

    purpose: Mapped[CodePurpose] = mapped_column(choice(CodePurpose))
    address: Mapped[str] = mapped_column(String(ADDRESS), default="")
    base: Mapped[str] = mapped_column(String(ADDRESS), default="")
    account_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    made_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"))
    secret_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    handled_at: Mapped[datetime | None] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(default=0)
    birth_date_tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    may_open: Mapped[Any] = mapped_column(JSON, default=list)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)

    made_by: Mapped[Account | None] = relationship(lazy="raise_on_sql", foreign_keys=[made_by_id])

    @property
    def is_usable(self) -> bool:
        """Whether its secret still opens something."""
        return self.secret_hash is not None and self.used_at is None and now() < self.expires_at


@dataclass(frozen=True)
class MayEnter:
    """An account that somebody who has an address, or a printed code, may turn out to belong to."""

    account_id: UUID
    name: str
    side: Side
    sign_in_id: UUID | None
    is_confirmed: bool
    needs_help: bool


def are_one_person(entering: Sequence[MayEnter]) -> bool:
    """Whether these accounts can all be somebody's own: one name, and one record at most.

    Twins with one phone have one date of birth: then nothing opens, and a member helps.
    """
    names = {fold(each.name) for each in entering}
    return len(names) == 1 and sum(each.side is Side.PERSON for each in entering) <= 1
