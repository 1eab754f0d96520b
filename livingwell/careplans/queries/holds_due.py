"""Lines held back that wait for a member: for a second one's agreement, or because the day to look again has come."""

from sqlalchemy import ColumnElement, Date, bindparam, exists, or_, select

from livingwell.careplans.models import HeldBack
from livingwell.careplans.models.asking import HOLD_TO_AGREE, HOLD_TO_LOOK_AT
from livingwell.core.clock import today
from livingwell.people.models import Allocation
from livingwell.people.queries.asks import ask
from livingwell.people.queries.reach import ANYBODY

# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
_TODAY: ColumnElement[object] = bindparam("holds_due_on", callable_=today, type_=Date())


def _is_mine() -> ColumnElement[bool]:
    """Whether the member supports the person, or was one of the two who held the line back."""
    supports = exists().where(
        Allocation.person_id == HeldBack.person_id,
        Allocation.account_id == ANYBODY.account_id,
        Allocation.until_on.is_(None),
    )
    return or_(supports, HeldBack.written_by_id == ANYBODY.account_id, HeldBack.agreed_by_id == ANYBODY.account_id)


ASKS = (
    select(
        *ask(
            HOLD_TO_AGREE,
            person_id=HeldBack.person_id,
            row_id=HeldBack.id,
            since=HeldBack.created_at,
            by=HeldBack.written_by,
            words=HeldBack.reason,
        )
    ).where(
        HeldBack.agreed_at.is_(None),
        HeldBack.ended_at.is_(None),
        HeldBack.written_by_id.is_distinct_from(ANYBODY.account_id),
    ),
    select(
        *ask(
            HOLD_TO_LOOK_AT,
            person_id=HeldBack.person_id,
            row_id=HeldBack.id,
            since=HeldBack.created_at,
            by=HeldBack.written_by,
            words=HeldBack.reason,
        )
    ).where(
        HeldBack.agreed_at.is_not(None),
        HeldBack.ended_at.is_(None),
        HeldBack.look_again_on <= _TODAY,
        _is_mine(),
    ),
)
"""What is asked of a member, for `people.queries.asks`."""
