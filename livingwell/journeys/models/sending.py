"""What the receiver of a hand-over is sent, each time that it was opened, and what they answered."""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import HowSaid
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

ADDRESS = 320  # the longest e-mail address (RFC 3696, erratum 1690)

RECEIVER_NAME = "the receiver of a hand-over"
"""Who it was, as the audit says: whoever opens the link has no account, and says their name only in the answer."""


def hash_of_token(token: str) -> str:
    """What is kept of a link's token, which is too long to be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


class HandOverAnswerKind(StrEnum):
    """What the receiver answered."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASKED = "asked"


class HandOverAnswer(Identified, Timed, Model):
    """What the receiver answered to one sending, in their own name; or as they told a member (`told_to_id`).

    `dealt_with_at`: the person knows, or the question was answered. `told_how`: how a member told the person;
    `seen_at`: they saw it on their own pages.
    """

    __tablename__ = "hand_over_answer"
    __table_args__ = (CheckConstraint("kind = 'accepted' OR length(words) > 0", name="says_why_or_what"),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    sending_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("hand_over_sending.id"), unique=True)
    kind: Mapped[HandOverAnswerKind] = mapped_column(choice(HandOverAnswerKind))
    answered_by: Mapped[str] = mapped_column(String(SHORT))
    role: Mapped[str] = mapped_column(String(SHORT), default="")
    words: Mapped[str] = mapped_column(String(LINE), default="")
    told_to_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    told_to: Mapped[str] = mapped_column(String(SHORT), default="")
    dealt_with_at: Mapped[datetime | None] = mapped_column(Instant)
    told_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    seen_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_open_question(self) -> bool:
        """Whether it is a question that nobody has answered."""
        return self.kind is HandOverAnswerKind.ASKED and self.dealt_with_at is None

    @property
    def who(self) -> str:
        """Their name and, where they said it, what they do."""
        return f"{self.answered_by} ({self.role})" if self.role else self.answered_by


class HandOverOpening(Identified, Timed, Model):
    """Somebody opened the link. `browser` is its kind and the kind of machine, nothing that tells one from another."""

    __tablename__ = "hand_over_opening"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    sending_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over_sending.id"), index=True)
    browser: Mapped[str] = mapped_column(String(SHORT))


class SendingState(StrEnum):
    """Where a sending stands."""

    WAITS_FOR_YES = "waits_for_yes"
    READY = "ready"
    OPEN = "open"
    LATE = "late"
    ANSWERED = "answered"
    STOPPED = "stopped"
    REPLACED = "replaced"

    @property
    def is_live(self) -> bool:
        """Whether it may still go, or may still be answered."""
        return self in (SendingState.WAITS_FOR_YES, SendingState.READY, SendingState.OPEN)


class HandOverSending(Line, Versioned, Model):
    """What the receiver is sent, as the person saw it: `text` is what they see too, word for word.

    `picked` is what was ticked, from which the text was made. Nothing goes before the person has seen it and said yes
    (`agreed_at`); they can stop it, before it goes and after (`stopped_at`). Only the hash of the link's token is kept.
    The link opens it until `ends_at`, and is good for one answer; a newer one ends it (`replaced_at`).
    """

    __tablename__ = "hand_over_sending"
    __table_args__ = (
        CheckConstraint("sent_at IS NULL OR agreed_at IS NOT NULL", name="sent_once_agreed"),
        CheckConstraint("(sent_at IS NULL) = (token_hash IS NULL)", name="sent_with_a_link"),
        CheckConstraint("(sent_at IS NULL) = (ends_at IS NULL)", name="sent_until"),
    )

    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    to_name: Mapped[str] = mapped_column(String(SHORT))
    to_email: Mapped[str] = mapped_column(String(ADDRESS), default="")
    from_team: Mapped[str] = mapped_column(String(SHORT))
    call_us: Mapped[str] = mapped_column(String(SHORT))
    text: Mapped[str] = mapped_column(Text)
    picked: Mapped[Any] = mapped_column(JSON)
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    agreed_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    stopped_by: Mapped[str] = mapped_column(String(SHORT), default="")
    stopped_why: Mapped[str] = mapped_column(String(LINE), default="")
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"))
    replaced_at: Mapped[datetime | None] = mapped_column(Instant)

    answer: Mapped[HandOverAnswer | None] = relationship(lazy="raise_on_sql")
    openings: Mapped[list[HandOverOpening]] = relationship(order_by=HandOverOpening.created_at, lazy="raise_on_sql")

    @property
    def state(self) -> SendingState:
        """Where it stands at this moment."""
        if self.answer is not None:
            return SendingState.ANSWERED
        if self.stopped_at is not None:
            return SendingState.STOPPED
        if self.replaced_at is not None:
            return SendingState.REPLACED
        if self.ends_at is not None:
            return SendingState.OPEN if now() < self.ends_at else SendingState.LATE
        return SendingState.READY if self.agreed_at else SendingState.WAITS_FOR_YES

    def require(self, state: SendingState) -> None:
        """Raise Conflict where it stands otherwise."""
        if self.state is not state:
            raise Conflict("This has moved on since you opened the page. Look at the hand-over again.")
