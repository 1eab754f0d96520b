"""What becomes of a message: a guarded state, and a dated row for each time the worker changed it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.delivery.models.channel import Channel
from livingwell.extensions import Model


class DeliveryState(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"
    HANDING_OVER = "handing_over"
    HANDED_OVER = "handed_over"
    DELIVERED = "delivered"
    REFUSED = "refused"
    """For good: it is not tried again until somebody mends it and puts it back."""
    FAILING = "failing"
    """Put off by the provider, and tried again later."""
    UNSURE = "unsure"
    """We don't know if this went. It is not sent again by itself."""
    STOPPED = "stopped"
    """Held back by us: a person decides."""
    CANCELLED = "cancelled"
    KEPT = "kept"
    """Kept here: this installation has no way out for it."""


_S = DeliveryState

WAITS_FOR_WORKER = (_S.WAITING, _S.FAILING)
WAITS_FOR_PERSON = (_S.REFUSED, _S.UNSURE, _S.STOPPED)

_COMES_FROM = {
    _S.WAITING: {_S.HANDING_OVER, _S.UNSURE, _S.REFUSED, _S.STOPPED, _S.KEPT},
    _S.HANDING_OVER: {_S.WAITING, _S.FAILING},
    # A print-queue message goes from waiting to the post.
    _S.HANDED_OVER: {_S.HANDING_OVER, _S.UNSURE, _S.WAITING},
    _S.DELIVERED: {_S.HANDED_OVER, _S.UNSURE},
    _S.REFUSED: {_S.HANDING_OVER, _S.UNSURE, _S.HANDED_OVER},
    _S.FAILING: {_S.HANDING_OVER, _S.UNSURE},
    _S.UNSURE: {_S.HANDING_OVER},
    _S.STOPPED: {_S.WAITING, _S.FAILING, _S.HANDING_OVER},
    _S.CANCELLED: {_S.WAITING, _S.FAILING, _S.STOPPED, _S.REFUSED, _S.KEPT, _S.HANDING_OVER, _S.UNSURE},
    _S.KEPT: {_S.HANDING_OVER},
}


class DeliveryStep(Identified, Model):
    """One change of state that the worker made, and what the provider said."""

    __tablename__ = "delivery_step"

    delivery_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("delivery.id"), index=True)
    state: Mapped[DeliveryState] = mapped_column(choice(DeliveryState))
    said: Mapped[str] = mapped_column(String(LINE))
    at: Mapped[datetime] = mapped_column(Instant, default=now)


class Delivery(Identified, Versioned, Model):
    """Where a message stands now. `due_at`: when the worker looks at it again; none for what waits for a person.

    While it is being handed over, `due_at` is the end of the lease: a worker that has not recorded what happened by
    then was cut off. `tries` counts the times it was handed over, and is a part of our reference for each.
    `withdrawn_at`: it was to be stopped while it was on its way, so it never waits again.
    """

    __tablename__ = "delivery"
    __table_args__ = (Index("ix_delivery_state_due_at", "state", "due_at"),)

    message_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("message.id"), unique=True)
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    state: Mapped[DeliveryState] = mapped_column(choice(DeliveryState), default=DeliveryState.WAITING)
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant, default=now)
    tries: Mapped[int] = mapped_column(default=0)
    first_tried_at: Mapped[datetime | None] = mapped_column(Instant)
    last_tried_at: Mapped[datetime | None] = mapped_column(Instant)
    handed_over_at: Mapped[datetime | None] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
    provider_id: Mapped[str] = mapped_column(String(SHORT), default="")
    said: Mapped[str] = mapped_column(String(LINE), default="")
    what_to_do: Mapped[str] = mapped_column(String(LINE), default="")

    steps: Mapped[list[DeliveryStep]] = relationship(order_by=DeliveryStep.at, lazy="raise_on_sql")

    @property
    def reference(self) -> str:
        """What this try is called when we speak with a provider. It tells nothing about anybody."""
        return f"{self.message_id}.{self.tries}"

    def begin(self, lease_until: datetime) -> None:
        """A worker takes it, and says so before it hands anything over."""
        self.move(DeliveryState.HANDING_OVER, due_at=lease_until)
        self.tries += 1
        self.last_tried_at = now()
        self.first_tried_at = self.first_tried_at or self.last_tried_at

    def wait_until(self, due_at: datetime, *, state: DeliveryState = DeliveryState.WAITING, said: str = "") -> None:
        """It is tried again then; one that was withdrawn meanwhile is cancelled instead."""
        if self.withdrawn_at:
            self.move(DeliveryState.CANCELLED, said=said)
        else:
            self.move(state, due_at=due_at, said=said)

    def hand_over(self, provider_id: str, due_at: datetime | None = None) -> None:
        """The provider took it; `due_at` is when to ask what became of it."""
        self.move(DeliveryState.HANDED_OVER, due_at=due_at)
        self.provider_id = provider_id
        self.handed_over_at = now()

    def withdraw(self) -> bool:
        """Stop it, now or as soon as it would wait again. Answers whether it is stopped already."""
        self.withdrawn_at = self.withdrawn_at or now()
        if self.state in (*WAITS_FOR_WORKER, DeliveryState.STOPPED):
            self.move(DeliveryState.CANCELLED)
        return self.state is DeliveryState.CANCELLED

    def move(
        self, state: DeliveryState, *, due_at: datetime | None = None, said: str = "", what_to_do: str = ""
    ) -> None:
        """Change the state. Raises Conflict where it doesn't follow from the one that stands."""
        if self.state not in _COMES_FROM[state]:
            raise Conflict("This message has moved on meanwhile. Look at it again.")
        self.state, self.due_at, self.changed_at = state, due_at, now()
        self.said, self.what_to_do = said[:LINE], what_to_do[:LINE]
