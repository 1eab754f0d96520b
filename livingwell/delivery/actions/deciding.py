"""What a person decides about one message.

The packages above know whom it is about: they ask first whether the actor may decide, and hand the message over.
"""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.delivery.actions.noting import tell_of_cancelled
from livingwell.delivery.models import Channel, Decision, DeliveryState, Message, MessageDecision
from livingwell.delivery.queries.deciding import locked_message
from livingwell.extensions import db


@atomic()
def decide_unsure(message_id: UUID, it_went: bool, actor: Actor) -> None:
    """Say whether a message that we are unsure of went. One that did not go is sent again.

    Raises Conflict where it isn't unsure any more.
    """
    message = locked_message(message_id)
    delivery = message.delivery
    if delivery.state is not DeliveryState.UNSURE:
        raise Conflict("We know meanwhile what became of this message. Look at it again.")
    if it_went:
        delivery.hand_over(delivery.provider_id)
        _decided(message, Decision.IT_WENT, "", actor)
        record("decide_unsure_went", actor, message.about)
        return
    delivery.wait_until(now())
    _decided(message, Decision.IT_DID_NOT_GO, "", actor)
    record("decide_unsure_again", actor, message.about)


@atomic()
def put_back(message_id: UUID, actor: Actor) -> None:
    """Have a message tried again, once what it was refused, stopped or kept for is mended.

    Raises Conflict for one in another state, and for one that was withdrawn.
    """
    message = locked_message(message_id)
    delivery = message.delivery
    if delivery.state not in (DeliveryState.REFUSED, DeliveryState.STOPPED, DeliveryState.KEPT):
        raise Conflict("This message is not waiting for you any more. Look at it again.")
    if delivery.withdrawn_at:
        raise Conflict("Messages to this person were stopped. Write a new one if they want to hear from us.")
    delivery.wait_until(now())
    delivery.first_tried_at = None
    _decided(message, Decision.PUT_BACK, "", actor)
    record("put_message_back", actor, message.about)


@atomic()
def cancel_message(message_id: UUID, reason: str, actor: Actor) -> None:
    """Never send it, and say why. Raises Conflict where it has gone or may have gone, Invalid without a reason."""
    if not reason.strip():
        raise Invalid({"reason": "Say why it is not sent."})
    message = locked_message(message_id)
    delivery = message.delivery
    if delivery.state in (DeliveryState.HANDING_OVER, DeliveryState.UNSURE):
        raise Conflict("This message may have gone already. Wait until we know.")
    delivery.move(DeliveryState.CANCELLED)
    _decided(message, Decision.CANCEL, reason, actor)
    tell_of_cancelled(delivery, reason, actor)
    record("cancel_message", actor, message.about)


@atomic()
def mark_printed(message_id: UUID, actor: Actor) -> None:
    """A member has printed and posted it. Raises Conflict where it isn't in the print queue any more."""
    message = locked_message(message_id)
    delivery = message.delivery
    if delivery.channel is not Channel.PRINT or delivery.state is not DeliveryState.WAITING:
        raise Conflict("This letter is not in the print queue any more. Look at it again.")
    delivery.hand_over("")
    _decided(message, Decision.PRINTED, "", actor)
    record("mark_printed", actor, message.about)


def _decided(message: Message, decision: Decision, reason: str, actor: Actor) -> None:
    db.session.add(
        MessageDecision(message_id=message.id, decision=decision, reason=reason, decided_by_id=actor.account_id)
    )
