"""What of the onward journey stops when somebody has died."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.journeys.actions.landing import cancel_landing_checks
from livingwell.journeys.queries.waiting_to_go import sendings_to_answer
from livingwell.people.models import Person

HEARD = "We heard of the death."


@atomic()
def stop_what_waits(person: Person, actor: Actor) -> None:
    """No receiver opens what was sent any more, and nobody asks whether it landed."""
    for sending in sendings_to_answer(person.id):
        sending.stopped_at, sending.stopped_by = now(), actor.name
    record("stop_after_death", actor, person.id)
    cancel_landing_checks(person.id, HEARD, actor)
