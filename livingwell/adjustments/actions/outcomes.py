"""Whether adjustments were met this time."""

from collections.abc import Sequence

from livingwell.adjustments import policy
from livingwell.adjustments.actions.changing import require_no_day_to_come
from livingwell.adjustments.commands import OutcomeOf
from livingwell.adjustments.models import AdjustmentOutcome, Met
from livingwell.adjustments.queries.adjustments import adjustments_for_change
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.people.models import Person


@atomic()
def record_outcomes(person: Person, outcomes: Sequence[OutcomeOf], actor: Actor) -> Sequence[AdjustmentOutcome]:
    """Say of each adjustment whether it was met on that occasion; returns the rows in the order given.

    Raises NotFound where one is not the person's, Conflict where one has ended or was answered for this occasion
    already, and Invalid where one was not met without why, or is of a day to come.
    """
    policy.require_change(actor, person.id)
    adjustments = {
        each.id: each for each in adjustments_for_change(person.id, {each.adjustment_id for each in outcomes})
    }
    rows = []
    for outcome in outcomes:
        adjustments[outcome.adjustment_id].require_met_by_us()
        rows.append(_row(person, outcome, actor))
    db.session.add_all(rows)
    if rows:
        record("record_outcomes", actor, person.id)
    return rows


def _row(person: Person, outcome: OutcomeOf, actor: Actor) -> AdjustmentOutcome:
    require_no_day_to_come(outcome.on)
    row = AdjustmentOutcome(
        person_id=person.id,
        adjustment_id=outcome.adjustment_id,
        met=outcome.met,
        happened_on=outcome.on,
        why=clean(outcome.why) if outcome.met is not Met.MET else "",
        occasion_id=outcome.occasion_id,
    )
    row.require_why()
    row.sign(actor)
    return row
