"""Messages held still while somebody decides about them."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from livingwell.core.errors import NotFound
from livingwell.delivery.models import Delivery, DeliveryState, Message
from livingwell.extensions import db

DONE = (DeliveryState.DELIVERED, DeliveryState.CANCELLED, DeliveryState.HANDED_OVER)
"""Nothing is left to withdraw."""


def locked_message(message_id: UUID) -> Message:
    """The message with its delivery, which nobody else changes until the action ends. Raises NotFound."""
    wanted = (
        select(Message)
        .join(Message.delivery)
        .options(contains_eager(Message.delivery))
        .where(Message.id == message_id)
        .with_for_update(of=Delivery)
        .execution_options(populate_existing=True)
    )
    message = db.session.scalar(wanted)
    if message is None:
        raise NotFound
    return message


def locked_that_can_be_withdrawn(about: UUID) -> list[Delivery]:
    """Deliveries about somebody that have not gone for certain, and were not withdrawn before."""
    wanted = (
        select(Delivery)
        .join(Message, Message.id == Delivery.message_id)
        .where(Message.about == about, Delivery.state.not_in(DONE), Delivery.withdrawn_at.is_(None))
        .order_by(Delivery.id)
        .with_for_update(of=Delivery)
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(wanted))
