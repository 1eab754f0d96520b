"""The one way to change adjustments of a person: checked, held, open, and recorded."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from livingwell.adjustments import policy
from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import adjustments_for_change
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.people.models import Person


@contextmanager
def changing(
    verb: str, person: Person, adjustment_ids: Iterable[UUID], actor: Actor
) -> Iterator[Sequence[ReasonableAdjustment]]:
    """These adjustments of the person, fresh and held, to be changed in the block.

    Raises Forbidden, NotFound out of reach or where one isn't the person's, and Conflict where one has ended.
    """
    with atomic():
        policy.require_change(actor, person.id)
        adjustments = adjustments_for_change(person.id, adjustment_ids)
        for each in adjustments:
            each.require_open()
        yield adjustments
        record(verb, actor, person.id)


def require_no_day_to_come(on: date) -> None:
    """Raise Invalid for a day after today."""
    if on > today():
        raise Invalid({"on": "The date must be today or in the past"})
