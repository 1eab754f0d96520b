"""The dated row that each change by the worker leaves."""

from livingwell.core.actor import Actor, the_system
from livingwell.delivery.above import above
from livingwell.delivery.models import Delivery, DeliveryState, DeliveryStep
from livingwell.extensions import db

THE_WORKER: Actor = the_system("the worker")


def note_step(delivery: Delivery) -> None:
    """Keep the state that the delivery has now, and why. The packages above hear of what did not arrive."""
    db.session.add(DeliveryStep(delivery_id=delivery.id, state=delivery.state, said=delivery.said))
    if delivery.state in (DeliveryState.REFUSED, DeliveryState.CANCELLED) and above.did_not_arrive:
        above.did_not_arrive(delivery)


def tell_of_cancelled(delivery: Delivery, reason: str, actor: Actor) -> None:
    """The packages above hear of what will never go, and why."""
    if above.was_cancelled:
        above.was_cancelled(delivery, reason, actor)
