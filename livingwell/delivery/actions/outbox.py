"""Putting messages in the outbox, and taking them out again."""

from dataclasses import dataclass
from uuid import UUID

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.actions.noting import tell_of_cancelled
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import (
    Channel,
    Decision,
    Delivery,
    DeliveryState,
    Message,
    MessageAttachment,
    MessageDecision,
)
from livingwell.delivery.policy import require_sendable
from livingwell.delivery.queries.deciding import DONE, locked_message, locked_that_can_be_withdrawn
from livingwell.extensions import db


@atomic()
def put_in_outbox(wanted: Outgoing) -> Message:
    """A message that goes out once the caller's action has committed, and never if it fails.

    Belongs inside the action that causes it: the caller asks whether it may be sent, and its audit entry covers the
    message. Raises Invalid where it couldn't go out by its channel.
    """
    require_sendable(wanted)
    message = Message(
        channel=wanted.channel,
        to_address=wanted.to_address.strip(),
        address_lines=list(wanted.address_lines),
        subject=wanted.subject,
        text=wanted.text,
        html=wanted.html,
        pdf=wanted.pdf,
        about=wanted.about,
        asked_by_id=wanted.asked_by_id,
        wants_reply=wanted.wants_reply,
        not_before=wanted.not_before,
        not_after=wanted.not_after,
        in_place_of_id=wanted.in_place_of_id,
        attachments=[_attachment(position, file) for position, file in enumerate(wanted.files)],
        delivery=_waiting(wanted),
        decisions=[],
    )
    db.session.add(message)
    db.session.flush()
    return message


def _attachment(position: int, file: File) -> MessageAttachment:
    return MessageAttachment(position=position, name=file.name, media_type=file.media_type, content=file.content)


def _waiting(wanted: Outgoing) -> Delivery:
    """No worker takes what is printed: a member does."""
    due_at = None if wanted.channel is Channel.PRINT else wanted.not_before or now()
    return Delivery(channel=wanted.channel, state=DeliveryState.WAITING, due_at=due_at, steps=[])


@dataclass(frozen=True)
class Withdrawn:
    """How many messages were cancelled, and how many were on their way: these can't be called back."""

    cancelled: int
    on_their_way: int


@atomic()
def cancel_waiting(about: UUID, reason: str, actor: Actor) -> Withdrawn:
    """Stop everything that waits to go out about somebody: they have died, or asked us to stop.

    What is being handed over at this moment, or may have gone, is not tried again. Belongs inside the action that
    causes it, whose audit entry covers it.
    """
    deliveries = locked_that_can_be_withdrawn(about)
    stopped = [delivery for delivery in deliveries if _withdraw(delivery, reason, actor)]
    for delivery in stopped:
        tell_of_cancelled(delivery, reason, actor)
    return Withdrawn(cancelled=len(stopped), on_their_way=len(deliveries) - len(stopped))


@atomic()
def withdraw_message(message_id: UUID, reason: str, actor: Actor) -> bool:
    """Stop one message that is not to go any more; whether it is stopped. What has gone is left as it is.

    Belongs inside the action that causes it, whose audit entry covers it.
    """
    delivery = locked_message(message_id).delivery
    if delivery.state in DONE or delivery.withdrawn_at:
        return False
    return _withdraw(delivery, reason, actor)


def _withdraw(delivery: Delivery, reason: str, actor: Actor) -> bool:
    db.session.add(
        MessageDecision(
            message_id=delivery.message_id, decision=Decision.CANCEL, reason=reason, decided_by_id=actor.account_id
        )
    )
    return delivery.withdraw()
