"""What becomes of a message becomes the outcome of its contact."""

from livingwell.audit import record
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.letters import letter_of_message
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import Channel, Delivery, DeliveryState

FOLLOWING = the_system("following messages")

_DID_NOT_ARRIVE = (DeliveryState.REFUSED, DeliveryState.CANCELLED)


@atomic()
def follow_delivery(delivery: Delivery) -> None:
    """Write the outcome of the contact anew: it did not arrive, or it is on its way again.

    A letter that the post service refuses is printed here, and goes all the same. What was answered has arrived.
    """
    has_failed = delivery.state in _DID_NOT_ARRIVE
    if has_failed and delivery.channel is Channel.LETTER:
        return
    outcome = Outcome.NOT_DELIVERED if has_failed else Outcome.SENT
    letter = letter_of_message(delivery.message_id)
    contact = letter.sending.contact if letter and letter.sending else None
    if contact is None or contact.outcome not in (Outcome.SENT, Outcome.NOT_DELIVERED) or contact.outcome is outcome:
        return
    contact.outcome, contact.outcome_at, contact.outcome_by_id = outcome, now(), None
    record("follow_message", FOLLOWING, contact.person_id)
