"""What becomes of a message becomes the outcome of its contact."""

from livingwell.audit import record
from livingwell.contacts.models import Contact, Outcome
from livingwell.contacts.queries.letters import letter_of_message
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.text import LINE
from livingwell.delivery.models import Channel, Delivery, DeliveryState
from livingwell.people.actions.striking import strike

FOLLOWING = the_system("following messages")

_DID_NOT_ARRIVE = (DeliveryState.REFUSED, DeliveryState.CANCELLED)


@atomic()
def follow_delivery(delivery: Delivery) -> None:
    """Write the outcome of the contact anew: it did not arrive, or it is on its way again.

    A letter that the post service refuses is printed here, and goes all the same. What was answered has arrived.
    """
    if delivery.state is DeliveryState.REFUSED and delivery.channel is Channel.LETTER:
        return
    has_failed = delivery.state in _DID_NOT_ARRIVE
    outcome = Outcome.NOT_DELIVERED if has_failed else Outcome.SENT
    contact = _contact_of(delivery)
    if contact is None or contact.outcome not in (Outcome.SENT, Outcome.NOT_DELIVERED) or contact.outcome is outcome:
        return
    contact.outcome, contact.outcome_at, contact.outcome_by_id = outcome, now(), None
    record("follow_message", FOLLOWING, contact.person_id)


@atomic()
def strike_cancelled(delivery: Delivery, reason: str, actor: Actor) -> None:
    """Strike the contact of a message that was cancelled before it went: nobody tried to reach the person by it.

    One that was refused before was tried, and stays as what did not arrive.
    """
    contact = _contact_of(delivery)
    if contact is not None and contact.outcome is Outcome.SENT:
        strike(contact, f"It never went. {reason}"[:LINE], actor)


def _contact_of(delivery: Delivery) -> Contact | None:
    letter = letter_of_message(delivery.message_id)
    return letter.sending.contact if letter and letter.sending else None
