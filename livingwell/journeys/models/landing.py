"""Did it land? Asked some weeks after support ended, in the person's own way."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import Way
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.journeys.models.closure import Closure
from livingwell.journeys.models.destination import Destination
from livingwell.people.models.line import Line

TRIES = 2
"""Somebody who does not answer is asked once more, in another way, and then left in peace."""


class Landed(StrEnum):
    """Whether it is working for the person."""

    WORKING = "working"
    PARTLY = "partly"
    NOT_WORKING = "not_working"
    DID_NOT_HAPPEN = "did_not_happen"

    @property
    def needs_somebody(self) -> bool:
        """Whether a member looks at it, and the way back is offered."""
        return self in (Landed.NOT_WORKING, Landed.DID_NOT_HAPPEN)


class LandingAnswer(Line, Model):
    """What the person said to a check, in whichever way. Added to; the last one stands.

    One that needs somebody stands on Today until a member has looked (`dealt_with_at`). `wants_to_come_back`: they
    asked for it by text or by a link; from their own pages they come back at once.
    """

    __tablename__ = "landing_answer"
    __table_args__ = (CheckConstraint("(dealt_with_at IS NULL) = (dealt_with_by_id IS NULL)", name="seen_by_somebody"),)

    check_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("landing_check.id"), index=True)
    landed: Mapped[Landed] = mapped_column(choice(Landed))
    change_needed: Mapped[str] = mapped_column(String(LINE), default="")
    way: Mapped[Way | None] = mapped_column(choice(Way))
    answered_on: Mapped[date]
    wants_to_come_back: Mapped[bool] = mapped_column(default=False)
    dealt_with_at: Mapped[datetime | None] = mapped_column(Instant)
    dealt_with_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    @property
    def waits_for_somebody(self) -> bool:
        """Whether somebody should look at it, and nobody has."""
        is_more_than_good_news = self.landed.needs_somebody or self.change_needed or self.wants_to_come_back
        return bool(is_more_than_good_news) and self.dealt_with_at is None

    def deal_with(self, account_id: UUID | None) -> None:
        """A member has looked at it. Raises Conflict the second time."""
        if self.dealt_with_at:
            raise Conflict("Somebody has looked at this answer already.")
        self.dealt_with_at, self.dealt_with_by_id = now(), account_id

    def say_what_should_change(self, words: str) -> None:
        """What should change, in the person's words. Whoever had looked at the answer did not know that."""
        if words != self.change_needed:
            self.change_needed, self.dealt_with_at, self.dealt_with_by_id = words, None, None

    def ask_to_come_back(self) -> None:
        """The person asks to come back. Whoever had looked at the answer did not know that."""
        if not self.wants_to_come_back:
            self.wants_to_come_back, self.dealt_with_at, self.dealt_with_by_id = True, None, None


class LandingAsking(Identified, Timed, Model):
    """One try to ask: by a message that goes out by itself, or by a member. A check has two at most.

    Without `asked_at` it waits for a member; `way` is none where the person left none that we may use. Of an e-mail's
    links only the hash of the token is kept; they are good for one press (`pressed_at`). `reply_id`: they answered in
    words, which a member reads.
    """

    __tablename__ = "landing_asking"
    __table_args__ = (
        Index("uq_landing_asking_check_id_number", "check_id", "number", unique=True),
        Index("ix_landing_asking_person_id_asked_at", "person_id", "asked_at"),
        CheckConstraint(f"number BETWEEN 1 AND {TRIES}", name="asked_twice_at_most"),
        CheckConstraint("message_id IS NULL OR asked_at IS NOT NULL", name="message_is_dated"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    check_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("landing_check.id"))
    number: Mapped[int]
    way: Mapped[Way | None] = mapped_column(choice(Way))
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    asked_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    asked_by: Mapped[str] = mapped_column(String(SHORT), default="")
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"), index=True)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    pressed_at: Mapped[datetime | None] = mapped_column(Instant)
    reply_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("reply.id"))


class LandingCheck(Identified, Timed, Model):
    """One time to ask, for one destination, or for how things are where none was chosen.

    `given_up_at`: it was asked as often as we ask, and nobody answered. An answer is good at any time after that.
    """

    __tablename__ = "landing_check"
    __table_args__ = (Index("ix_landing_check_due_on", "due_on"),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    closure_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closure.id"), index=True)
    destination_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("destination.id"), index=True)
    weeks: Mapped[int]
    due_on: Mapped[date]
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_why: Mapped[str] = mapped_column(String(LINE), default="")
    given_up_at: Mapped[datetime | None] = mapped_column(Instant)

    closure: Mapped[Closure] = relationship(lazy="raise_on_sql")
    destination: Mapped[Destination | None] = relationship(lazy="raise_on_sql")
    askings: Mapped[list[LandingAsking]] = relationship(order_by=LandingAsking.number, lazy="raise_on_sql")
    answers: Mapped[list[LandingAnswer]] = relationship(order_by=LandingAnswer.created_at, lazy="raise_on_sql")

    @property
    def answer(self) -> LandingAnswer | None:
        """What stands."""
        return self.answers[-1] if self.answers else None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be asked or answered."""
        return not self.answers and self.cancelled_at is None

    @property
    def can_be_tried(self) -> bool:
        """Whether a member may still ask: a try waits for one, or is left."""
        return len(self.askings) < TRIES or any(each.asked_at is None for each in self.askings)

    def next_try(self) -> LandingAsking:
        """The try that waits for a member, or a new one. Raises Conflict where it was asked as often as we ask."""
        waiting = next((each for each in self.askings if each.asked_at is None), None)
        if waiting is not None:
            return waiting
        if not self.can_be_tried:
            raise Conflict("This was asked twice already. Who does not answer is left in peace until the next time.")
        asking = LandingAsking(person_id=self.person_id, check_id=self.id, number=len(self.askings) + 1)
        self.askings.append(asking)
        return asking

    def cancel(self, why: str) -> None:
        """It is not asked any more. What was answered stays."""
        self.cancelled_at, self.cancelled_why = now(), why
