"""What the talk agrees that we do otherwise, recorded without leaving the discussion."""

from collections.abc import Sequence

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.commands import AddAdjustments
from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.discussions.actions.changing import require_change
from livingwell.discussions.models import AgreedAdjustment, CaseDiscussion
from livingwell.extensions import db


@atomic()
def agree_adjustments_here(
    discussion: CaseDiscussion, command: AddAdjustments, actor: Actor
) -> Sequence[ReasonableAdjustment]:
    """Add adjustments to the person's, and say that this discussion agreed them.

    Raises Conflict where all of them are on record already, and Invalid where there is nothing to add.
    """
    require_change(discussion, actor)
    added = add_adjustments(discussion.person, command, actor)
    db.session.add_all(
        AgreedAdjustment(case_discussion_id=discussion.id, adjustment_id=each.id, person_id=each.person_id)
        for each in added
    )
    record("agree_adjustments", actor, discussion.person_id)
    return added
