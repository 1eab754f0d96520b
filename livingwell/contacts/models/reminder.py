"""A reminder of an appointment, as the person asked for one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.adjustments.models import Way
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.extensions import Model


class AppointmentReminder(Identified, Timed, Model):
    """It goes out by itself as `message_id`, or a member gives it: then there is no message.

    `way` is none where they left no way that is safe: somebody has to find one.
    """

    __tablename__ = "appointment_reminder"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (done_by_id IS NULL)", name="done_by_somebody"),
        Index("ix_appointment_reminder_remind_at", "remind_at"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    contact_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact.id"), index=True)
    remind_at: Mapped[datetime] = mapped_column(Instant)
    way: Mapped[Way | None] = mapped_column(choice(Way))
    message_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("message.id"))
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    done_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    def mark_done(self, account_id: UUID) -> None:
        """A member reminded the person. Raises Conflict the second time."""
        if self.done_at is not None:
            raise Conflict("Somebody has said already that the reminder was given.")
        self.done_at, self.done_by_id = now(), account_id
