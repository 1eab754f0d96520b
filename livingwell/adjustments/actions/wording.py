"""What adjustments mean in practice, why they matter, and in which order they stand."""

from collections.abc import Sequence
from uuid import UUID

from livingwell.adjustments import policy
from livingwell.adjustments.actions.changing import changing
from livingwell.adjustments.commands import Told, Wording
from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import adjustments_for_change, adjustments_of
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Stale
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person


@atomic()
def word_adjustments(person: Person, wordings: Sequence[Wording], actor: Actor) -> None:
    """Say of each what it means in practice and why it matters. How it read before is kept.

    Raises Stale where somebody else saved one of them first.
    """
    by_id = {each.adjustment_id: each for each in wordings}
    with changing("word_adjustments", person, by_id, actor) as adjustments:
        for adjustment in adjustments:
            _word(adjustment, by_id[adjustment.id], actor)


@atomic()
def disclose(person: Person, adjustment_id: UUID, told: Told, actor: Actor) -> None:
    """Keep what the person said about an impairment or a diagnosis, or that they prefer not to say."""
    with changing("disclose", person, [adjustment_id], actor) as (adjustment,):
        standing = {"impairment": adjustment.impairment, "diagnosis": adjustment.diagnosis}
        adjustment.require_version(told.row_version, standing)
        adjustment.disclose(told.disclosure, clean(told.impairment), clean(told.diagnosis))


@atomic()
def put_in_order(person: Person, adjustment_ids: Sequence[UUID], read: Sequence[UUID], actor: Actor) -> None:
    """Put the person's adjustments in this order, theirs. `read` is the order that was on the page.

    Raises Stale where it is another one by now: one was added or ended, or somebody else moved them.
    """
    policy.require_change(actor, person.id)
    hold_person(person.id)
    standing = adjustments_of(person.id)
    if [each.id for each in standing] != list(read) or set(adjustment_ids) != set(read):
        raise Stale("\n".join(each.what for each in standing))
    places = {adjustment_id: place for place, adjustment_id in enumerate(adjustment_ids)}
    for adjustment in adjustments_for_change(person.id, places):
        adjustment.position = places[adjustment.id]
    record("put_in_order", actor, person.id)


def _word(adjustment: ReasonableAdjustment, wording: Wording, actor: Actor) -> None:
    standing = {"in_practice": adjustment.in_practice, "why_it_matters": adjustment.why_it_matters}
    adjustment.require_version(wording.row_version, standing)
    earlier = adjustment.reword(clean(wording.in_practice), clean(wording.why_it_matters), wording.how_we_know)
    if earlier is not None:
        earlier.sign(actor)
        db.session.add(earlier)
