"""Asking a provider what became of a message, and keeping the answer."""

from datetime import timedelta
from uuid import UUID

from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.actions.noting import note_step
from livingwell.delivery.actions.recording import print_instead
from livingwell.delivery.carriers.notify import Told
from livingwell.delivery.models import Channel, Delivery, DeliveryState
from livingwell.delivery.pace import LATEST_QUESTION, next_question
from livingwell.delivery.queries.deciding import locked_message
from livingwell.delivery.queries.due import next_to_ask_about

ASK_AGAIN = timedelta(minutes=2)
CHECK_THE_NUMBER = "Check the number with the person, or write another way."

DELIVERED = {"delivered"}
GONE = {"sent", "received"}
"""Nothing more will be told: a text to another country, a letter that was printed and posted."""

NOT_DELIVERED = {
    "permanent-failure": ("The number or address does not exist.", CHECK_THE_NUMBER),
    "temporary-failure": ("It could not be delivered for three days: the phone may be off.", CHECK_THE_NUMBER),
    "technical-failure": ("GOV.UK Notify could not send it, for a reason of its own.", "Send it again."),
    "validation-failed": ("GOV.UK Notify can’t print this letter.", "Print it and post it."),
    "virus-scan-failed": ("GOV.UK Notify found a virus in the pages.", "Ask whoever looks after Living Well here."),
    "cancelled": ("It was cancelled at GOV.UK Notify.", "Send it again if it should go."),
}


@atomic()
def take_next_question() -> Delivery | None:
    """The message to ask about next. It is put off at once, so that no other worker asks too."""
    delivery = next_to_ask_about()
    if delivery is not None:
        delivery.due_at = now() + ASK_AGAIN
    return delivery


@atomic()
def record_found(message_id: UUID, told: Told | None) -> None:
    """Settle what we were unsure of. What Notify never heard of did not go, so it waits again.

    A message so old that Notify may have forgotten it is left for a person to decide.
    """
    delivery = locked_message(message_id).delivery
    if delivery.state is not DeliveryState.UNSURE:
        return
    if told:
        delivery.hand_over(told.provider_id, now())
    elif delivery.last_tried_at and now() - delivery.last_tried_at > LATEST_QUESTION:
        delivery.due_at = None
        return
    else:
        delivery.wait_until(now())
    note_step(delivery)


@atomic()
def record_told(message_id: UUID, told: Told | None) -> None:
    """Keep what became of a message that was handed over. One that Notify has forgotten is not asked about again."""
    delivery = locked_message(message_id).delivery
    if delivery.state is not DeliveryState.HANDED_OVER:
        return
    if told is None:
        delivery.due_at = None
        return
    if delivery.provider_id != told.provider_id:
        return
    if told.status in NOT_DELIVERED:
        said, what_to_do = NOT_DELIVERED[told.status]
        delivery.move(DeliveryState.REFUSED, said=said, what_to_do=what_to_do)
    elif told.status in DELIVERED:
        delivery.move(DeliveryState.DELIVERED)
    else:
        delivery.due_at = None if told.status in GONE else next_question(delivery.handed_over_at or now())
        return
    note_step(delivery)
    if told.status in NOT_DELIVERED and delivery.channel is Channel.LETTER:
        print_instead(message_id)
