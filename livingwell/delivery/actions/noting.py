"""The dated row that each change by the worker leaves."""

from livingwell.core.actor import Actor, the_system
from livingwell.delivery.above import above
from livingwell.delivery.models import Delivery, DeliveryState, DeliveryStep
from livingwell.extensions import db

THE_WORKER: Actor = the_system("the worker")


def note_step(delivery: Delivery) -> None:
    """Keep the state that the delivery has now, and why. The packages above hear of what was refused."""
    db.session.add(DeliveryStep(delivery_id=delivery.id, state=delivery.state, said=delivery.said))
    if delivery.state is DeliveryState.REFUSED and above.was_refused:
        above.was_refused(delivery)
