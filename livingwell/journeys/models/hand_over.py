"""Handing over: the way to one destination that the person chose, and the steps towards it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models import ActorKind
from livingwell.core.errors import Conflict
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.journeys.models.destination import Destination
from livingwell.journeys.models.sending import HandOverAnswer, HandOverAnswerKind, HandOverSending
from livingwell.people.models.line import Line


class HandOverStepKind(StrEnum):
    """What happens on the way to a destination, in its usual order."""

    INTRODUCED = "introduced"
    VISITED = "visited"
    FIRST_APPOINTMENT = "first_appointment"
    ADJUSTMENTS_PASSED_ON = "adjustments_passed_on"
    ACCEPTED = "accepted"
    OTHER = "other"


class HandOverStep(Line, Versioned, Model):
    """One step, with whoever does it and its day. `done_by` names them as people do; a member is also an account.

    `how_it_went` is what came of it, or why it was dropped.
    """

    __tablename__ = "hand_over_step"
    __table_args__ = (
        CheckConstraint("actor_kind <> 'member' OR done_by_id IS NOT NULL", name="member_is_an_account"),
        CheckConstraint("length(done_by) > 0", name="somebody_does_it"),
        CheckConstraint("done_on IS NULL OR dropped_on IS NULL", name="done_or_dropped"),
        CheckConstraint("dropped_on IS NULL OR length(how_it_went) > 0", name="dropped_says_why"),
        Index("ix_hand_over_step_done_by_id_by_on", "done_by_id", "by_on"),
    )

    hand_over_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("hand_over.id"), index=True)
    kind: Mapped[HandOverStepKind] = mapped_column(choice(HandOverStepKind))
    what: Mapped[str] = mapped_column(String(LINE), default="")
    actor_kind: Mapped[ActorKind] = mapped_column(choice(ActorKind))
    done_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    done_by: Mapped[str] = mapped_column(String(SHORT))
    by_on: Mapped[date]
    done_on: Mapped[date | None]
    dropped_on: Mapped[date | None]
    how_it_went: Mapped[str] = mapped_column(String(LINE), default="")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None

    def is_late(self, today: date) -> bool:
        """Whether its day has gone by."""
        return self.is_open and self.by_on < today

    def require_open(self) -> None:
        """Raise Conflict once it was done or dropped."""
        if not self.is_open:
            raise Conflict("This step is done or dropped already. Look at the hand-over again.")


class HandOver(Line, Versioned, Model):
    """The way to one destination that the person chose. One at a time for each destination."""

    __tablename__ = "hand_over"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR length(ended_why) > 0", name="ended_says_why"),
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
    steps: Mapped[list[HandOverStep]] = relationship(
        order_by=(HandOverStep.by_on, HandOverStep.created_at), lazy="raise_on_sql"
    )
    sendings: Mapped[list[HandOverSending]] = relationship(order_by=HandOverSending.created_at, lazy="raise_on_sql")
    answers: Mapped[list[HandOverAnswer]] = relationship(order_by=HandOverAnswer.created_at, lazy="raise_on_sql")

    @property
    def is_accepted(self) -> bool:
        """Whether the last that the receiver said, other than a question, is yes."""
        said = [each.kind for each in self.answers if each.kind is not HandOverAnswerKind.ASKED]
        return bool(said) and said[-1] is HandOverAnswerKind.ACCEPTED

    @property
    def open_question(self) -> HandOverAnswer | None:
        """What the receiver asked last and nobody has answered, if anything."""
        return next((each for each in reversed(self.answers) if each.is_open_question), None)

    def step(self, step_id: UUID) -> HandOverStep | None:
        """One of its steps."""
        return next((each for each in self.steps if each.id == step_id), None)

    def require_open(self) -> None:
        """Raise Conflict once it has ended."""
        if self.ended_on is not None:
            raise Conflict("This hand-over has ended. It can be read, and no longer changed.")
