"""Which wording of a statement stands: new words are a new row, whose own version starts again at 1."""

from uuid import UUID

from sqlalchemy import func, select

from livingwell.careplans.models import CarePlan, Statement, StatementKind
from livingwell.extensions import db


def wording_of(statement: Statement) -> int:
    """How many statements of its kind the plan had up to this one, with those that were replaced or struck out.

    No two of a kind share a number: a page that was read before somebody's newer words gives back another one.
    """
    earlier = select(func.count()).where(
        Statement.plan_id == statement.plan_id,
        Statement.kind == statement.kind,
        Statement.created_at <= statement.created_at,
    )
    return db.session.scalar(earlier) or 0


def need_now(plan: CarePlan, need_id: UUID) -> Statement | None:
    """The need as it reads now, found by itself or by any wording before; none once it is out of the plan."""
    replaced = select(Statement.replaces_id, Statement.id).where(
        Statement.plan_id == plan.id, Statement.kind == StatementKind.NEED, Statement.replaces_id.is_not(None)
    )
    newer = {row.replaces_id: row.id for row in db.session.execute(replaced)}
    while need_id in newer:
        need_id = newer[need_id]
    return next((need for need in plan.needs if need.id == need_id), None)
