"""Messages, with where each of them stands."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload, undefer

from livingwell.core.errors import NotFound
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.extensions import db

_WITH_DELIVERY = select(Message).join(Message.delivery).options(contains_eager(Message.delivery))


def messages_about(about: UUID) -> list[Message]:
    """Everything that went or is to go out about somebody, the newest first: with its delivery, steps and decisions."""
    wanted = select(Message).where(Message.about == about).order_by(Message.created_at.desc(), Message.id)
    return list(
        db.session.scalars(
            wanted.options(
                joinedload(Message.delivery).selectinload(Delivery.steps),
                selectinload(Message.decisions),
            )
        )
    )


def latest_messages(limit: int) -> list[Message]:
    """The messages that were written last, about anybody: for the demo and development alone."""
    wanted = _WITH_DELIVERY.order_by(Message.created_at.desc(), Message.id).limit(limit)
    return list(db.session.scalars(wanted))


def message_in_full(message_id: UUID) -> Message:
    """One message with all that goes out. Raises NotFound."""
    wanted = select(Message).where(Message.id == message_id)
    message = db.session.scalar(
        wanted.options(
            undefer(Message.html),
            undefer(Message.pdf),
            joinedload(Message.delivery).selectinload(Delivery.steps),
            selectinload(Message.attachments),
            selectinload(Message.decisions),
        ).execution_options(populate_existing=True)
    )
    if message is None:
        raise NotFound
    return message


def states_of(message_ids: Collection[UUID]) -> dict[UUID, Delivery]:
    """Where each of these messages stands, by its id."""
    wanted = select(Delivery).where(Delivery.message_id.in_(message_ids))
    return {delivery.message_id: delivery for delivery in db.session.scalars(wanted)}


def messages_for_a_person(about: Select[UUID] | Collection[UUID]) -> list[Message]:
    """Messages about these people that a person has to look at: refused, stopped, or perhaps gone; oldest first.

    One that another message stands in for (`in_place_of_id`) is not among them.
    `about` may be a SELECT of ids, such as the people within somebody's reach.
    """
    another = aliased(Message)
    wanted = _WITH_DELIVERY.where(
        Message.about.in_(about),
        Delivery.state.in_(WAITS_FOR_PERSON),
        # What was withdrawn is not sent again, whatever became of it; what may have gone is still to be told.
        Delivery.withdrawn_at.is_(None) | (Delivery.state == DeliveryState.UNSURE),
        ~exists().where(another.in_place_of_id == Message.id),
    )
    return list(db.session.scalars(wanted.order_by(Delivery.changed_at, Message.id)))


def print_queue(about: Select[UUID] | Collection[UUID]) -> list[Message]:
    """What waits for a member to print and post it, the oldest first."""
    wanted = _WITH_DELIVERY.where(
        Message.about.in_(about), Delivery.channel == Channel.PRINT, Delivery.state == DeliveryState.WAITING
    )
    return list(db.session.scalars(wanted.order_by(Message.created_at, Message.id)))
