"""Did it land? Asked some weeks after support ended, in the person's own way."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import Way
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.journeys.models.closure import Closure
from livingwell.journeys.models.destination import Destination
from livingwell.people.models.line import Line


class Landed(StrEnum):
    """Whether it is working for the person."""

    WORKING = "working"
    PARTLY = "partly"
    NOT_WORKING = "not_working"
    DID_NOT_HAPPEN = "did_not_happen"


class LandingAnswer(Line, Model):
    """What the person said to a check, in whichever way; `wants_to_come_back` opens the way back."""

    __tablename__ = "landing_answer"

    check_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("landing_check.id"), index=True)
    landed: Mapped[Landed] = mapped_column(choice(Landed))
    change_needed: Mapped[str] = mapped_column(String(LINE), default="")
    way: Mapped[Way | None] = mapped_column(choice(Way))
    answered_on: Mapped[date]


class LandingAsking(Identified, Timed, Model):
    """That somebody was asked, in which way: by a message of the outbox, or by a member."""

    __tablename__ = "landing_asking"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    check_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("landing_check.id"), index=True)
    way: Mapped[Way] = mapped_column(choice(Way))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    letter_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("letter.id"))
    contact_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact.id"))


class LandingCheck(Identified, Timed, Model):
    """One time to ask, for one destination, or for how things are where none was chosen."""

    __tablename__ = "landing_check"
    __table_args__ = (Index("ix_landing_check_due_on", "due_on"),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    closure_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("closure.id"), index=True)
    destination_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("destination.id"), index=True)
    weeks: Mapped[int]
    due_on: Mapped[date]
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_why: Mapped[str] = mapped_column(String(LINE), default="")

    closure: Mapped[Closure] = relationship(lazy="raise_on_sql")
    destination: Mapped[Destination | None] = relationship(lazy="raise_on_sql")
    askings: Mapped[list[LandingAsking]] = relationship(order_by=LandingAsking.asked_at, lazy="raise_on_sql")
    answers: Mapped[list[LandingAnswer]] = relationship(order_by=LandingAnswer.created_at, lazy="raise_on_sql")
