"""What becomes of a message becomes the outcome of its contact."""

from livingwell.audit import record
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.letters import letter_of_message
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import Channel, DeliveryState, Message

FOLLOWING = the_system("following messages")

_OUTCOMES = {
    DeliveryState.REFUSED: Outcome.NOT_DELIVERED,
    DeliveryState.CANCELLED: Outcome.NOT_DELIVERED,
    DeliveryState.HANDED_OVER: Outcome.SENT,
    DeliveryState.DELIVERED: Outcome.SENT,
}


@atomic()
def follow_message(message: Message) -> None:
    """Write the outcome of the contact anew where the message's state says so. A letter that was refused is printed."""
    outcome = _OUTCOMES.get(message.delivery.state)
    if outcome is None or (message.channel is Channel.LETTER and outcome is Outcome.NOT_DELIVERED):
        return
    letter = letter_of_message(message.id)
    contact = letter.sending.contact if letter and letter.sending else None
    if contact is None or contact.outcome not in (Outcome.SENT, Outcome.NOT_DELIVERED) or contact.outcome is outcome:
        return
    contact.outcome, contact.outcome_at, contact.outcome_by_id = outcome, now(), None
    record("follow_message", FOLLOWING, contact.person_id)
