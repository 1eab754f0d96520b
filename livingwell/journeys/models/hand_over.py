"""Handing over: the steps towards a destination, what the receiver is sent, and what they answered."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import HowSaid
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.journeys.models.destination import Destination
from livingwell.people.models.line import Line

ADDRESS = 320  # the longest e-mail address (RFC 3696, erratum 1690)


class HandOverStepKind(StrEnum):
    """What happens on the way to a destination, in its usual order."""

    INTRODUCED = "introduced"
    VISITED = "visited"
    FIRST_APPOINTMENT = "first_appointment"
    ADJUSTMENTS_PASSED_ON = "adjustments_passed_on"
    ACCEPTED = "accepted"
    OTHER = "other"


class HandOverStep(Line, Versioned, Model):
    """One step, with whoever does it and its day. `done_by` names them as people do; a member is also an account."""

    __tablename__ = "hand_over_step"

    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    kind: Mapped[HandOverStepKind] = mapped_column(choice(HandOverStepKind))
    what: Mapped[str] = mapped_column(String(LINE), default="")
    done_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"), index=True)
    done_by: Mapped[str] = mapped_column(String(SHORT))
    by_on: Mapped[date]
    done_on: Mapped[date | None]
    dropped_on: Mapped[date | None]
    how_it_went: Mapped[str] = mapped_column(String(LINE), default="")


class HandOverAnswerKind(StrEnum):
    """What the receiver answered."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASKED = "asked"


class HandOverAnswer(Identified, Timed, Model):
    """What the receiver answered to one sending, in their own name; or as they told a member (`told_to_id`)."""

    __tablename__ = "hand_over_answer"
    __table_args__ = (CheckConstraint("kind = 'accepted' OR length(words) > 0", name="says_why_or_what"),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    sending_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("hand_over_sending.id"), unique=True)
    kind: Mapped[HandOverAnswerKind] = mapped_column(choice(HandOverAnswerKind))
    answered_by: Mapped[str] = mapped_column(String(SHORT))
    words: Mapped[str] = mapped_column(String(LINE), default="")
    told_to_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    dealt_with_at: Mapped[datetime | None] = mapped_column(Instant)


class HandOverSending(Line, Versioned, Model):
    """What the receiver is sent, as the person saw it: `text` is what they see too, word for word.

    Nothing goes before the person has seen it and said yes (`agreed_at`); they can stop it, before it goes and after
    (`stopped_at`). Only the hash of the link's token is kept. The link opens it until `ends_at`, and is good for one
    answer.
    """

    __tablename__ = "hand_over_sending"
    __table_args__ = (
        CheckConstraint("sent_at IS NULL OR agreed_at IS NOT NULL", name="sent_once_agreed"),
        CheckConstraint("(sent_at IS NULL) = (token_hash IS NULL)", name="sent_with_a_link"),
    )

    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    to_name: Mapped[str] = mapped_column(String(SHORT))
    to_email: Mapped[str] = mapped_column(String(ADDRESS), default="")
    text: Mapped[str] = mapped_column(Text)
    agreed_at: Mapped[datetime | None] = mapped_column(Instant)
    agreed_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    stopped_at: Mapped[datetime | None] = mapped_column(Instant)
    stopped_by: Mapped[str] = mapped_column(String(SHORT), default="")
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"))

    answer: Mapped[HandOverAnswer | None] = relationship(lazy="raise_on_sql")


class HandOver(Line, Versioned, Model):
    """The way to one destination that the person chose. One at a time for each destination."""

    __tablename__ = "hand_over"
    __table_args__ = (
        Index(
            "uq_hand_over_open",
            "destination_id",
            unique=True,
            sqlite_where=sql_text("ended_on IS NULL"),
            postgresql_where=sql_text("ended_on IS NULL"),
        ),
    )

    destination_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("destination.id"), index=True)
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    ended_why: Mapped[str] = mapped_column(String(LINE), default="")

    destination: Mapped[Destination] = relationship(lazy="raise_on_sql")
    steps: Mapped[list[HandOverStep]] = relationship(order_by=HandOverStep.by_on, lazy="raise_on_sql")
    sendings: Mapped[list[HandOverSending]] = relationship(order_by=HandOverSending.created_at, lazy="raise_on_sql")
    answers: Mapped[list[HandOverAnswer]] = relationship(order_by=HandOverAnswer.created_at, lazy="raise_on_sql")

    @property
    def is_accepted(self) -> bool:
        """Whether the last that the receiver said, other than a question, is yes."""
        said = [each.kind for each in self.answers if each.kind is not HandOverAnswerKind.ASKED]
        return bool(said) and said[-1] is HandOverAnswerKind.ACCEPTED
