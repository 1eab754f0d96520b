"""Support and a council carer's assessment: offered, accepted or declined, referred, and what came of it."""

from collections.abc import Sequence
from typing import Any

from livingwell.audit import record
from livingwell.carers import policy
from livingwell.carers.commands import TakeStep
from livingwell.carers.models import Carer, CarerOffer, SomebodyHelped
from livingwell.carers.models.offer import require_next
from livingwell.carers.queries.carers import carer_of, helped_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db


@atomic()
def take_step_with_carer(carer: Carer, command: TakeStep, actor: Actor) -> CarerOffer:
    """The next step of what a carer is offered. Raises Conflict where it can't come next."""
    policy.require_change(actor, carer.person_id)
    steps = carer_of(carer.person_id, carer.id).offers
    return _take(carer, {"carer_id": carer.id}, steps, command, actor)


@atomic()
def take_step_with_person(helped: SomebodyHelped, command: TakeStep, actor: Actor) -> CarerOffer:
    """The same for the person, as the carer of somebody else."""
    policy.require_change(actor, helped.person_id)
    _helped, steps = helped_of(helped.person_id, helped.id)
    return _take(helped, {"helped_id": helped.id}, steps, command, actor)


def _take(
    to: Carer | SomebodyHelped, whose: dict[str, Any], steps: Sequence[CarerOffer], command: TakeStep, actor: Actor
) -> CarerOffer:
    so_far = [each for each in steps if each.kind is command.kind]
    require_next(so_far, command.stage)
    on = command.on or today()
    if on > today():
        raise Invalid({"on": "The day must be today or in the past"})
    said = clean(command.said)
    if command.stage.needs_words:
        require_words(said, "said", "Say to whom, or what came of it")
    step = CarerOffer(
        person_id=to.person_id,
        kind=command.kind,
        number=len(so_far) + 1,
        stage=command.stage,
        happened_on=on,
        said=said,
        **whose,
    )
    step.sign(actor)
    db.session.add(step)
    record("take_step_of_offer", actor, to.person_id)
    return step
