"""Whether adjustments were met at a contact: what there is to ask, and what was answered."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.models import AdjustmentOutcome, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.contacts.models import Contact
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def checks_answered(contact_id: UUID) -> Sequence[tuple[AdjustmentOutcome, ReasonableAdjustment]]:
    """What was said of each adjustment at this contact, in the person's order. One statement."""
    rows = db.session.execute(
        select(AdjustmentOutcome, ReasonableAdjustment)
        .join(ReasonableAdjustment, ReasonableAdjustment.id == AdjustmentOutcome.adjustment_id)
        .where(AdjustmentOutcome.occasion_id == contact_id, ~is_struck(AdjustmentOutcome))
        .order_by(ReasonableAdjustment.position, ReasonableAdjustment.created_at)
    )
    return [(outcome, adjustment) for outcome, adjustment in rows]


def adjustments_to_check(contact: Contact) -> Sequence[ReasonableAdjustment]:
    """The adjustments that were on record when the contact was, and are to be met still. One statement.

    Nothing is asked of what is still to come, or was cancelled: there was no occasion to meet them.
    """
    if contact.outcome is None or contact.outcome.is_cancelled:
        return ()
    return [each for each in adjustments_of(contact.person_id) if each.created_at <= contact.at]
