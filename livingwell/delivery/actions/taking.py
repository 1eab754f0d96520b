"""A worker takes a message, and says so before it hands anything over."""

from collections.abc import Collection
from datetime import timedelta

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.delivery.actions.noting import note_step
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.pace import BEFORE_FIRST_QUESTION, GIVE_UP_AFTER
from livingwell.delivery.queries.due import cut_off, next_to_send

BATCH = 100
UNSURE = "We were cut off while this was being sent, so we don’t know whether it went."
TOO_LATE = "It was not sent in time to be of use."
PUT_OFF_FOR_DAYS = "The provider has put this off for three days."
SEND_ANOTHER = "Write to the person now if it still helps, or write another way."


@atomic()
def take_next(channels: Collection[Channel], lease: timedelta) -> Message | None:
    """The next message to hand over, marked so until the lease ends. None where there is none, or it may not go."""
    message = next_to_send(channels)
    if message is None:
        return None
    delivery = message.delivery
    why_not, what_to_do = _why_not(message)
    if why_not:
        delivery.move(DeliveryState.STOPPED, said=why_not, what_to_do=what_to_do)
    else:
        delivery.begin(now() + lease)
    note_step(delivery)
    return None if why_not else message


def _why_not(message: Message) -> tuple[str, str]:
    """Why the message may not go any more, and what to do about it; empty where it may."""
    delivery = message.delivery
    if message.not_after and now() > message.not_after:
        return TOO_LATE, SEND_ANOTHER
    failing_since = delivery.first_tried_at if delivery.state is DeliveryState.FAILING else None
    if failing_since and now() - failing_since > GIVE_UP_AFTER:
        return PUT_OFF_FOR_DAYS, SEND_ANOTHER
    reason = above.may_still_go(message.about, message.channel, message.is_automatic)
    return reason, SEND_ANOTHER if reason else ""


@atomic()
def mark_cut_off() -> int:
    """Mark what was being handed over when its worker was cut off: nobody knows whether it went."""
    found = cut_off(BATCH)
    for delivery in found:
        ask_at = None if delivery.channel is Channel.EMAIL else now() + BEFORE_FIRST_QUESTION
        delivery.move(DeliveryState.UNSURE, due_at=ask_at, said=UNSURE)
        note_step(delivery)
    return len(found)
