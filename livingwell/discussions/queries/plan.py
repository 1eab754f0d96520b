"""What the discussion asks about the plan."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select

from livingwell.careplans.models import PlanChange
from livingwell.extensions import db


def has_plan_changed_since(plan_id: UUID, since: datetime) -> bool:
    """Whether anybody changed the plan since an instant."""
    changed = exists().where(PlanChange.plan_id == plan_id, PlanChange.created_at >= since)
    return bool(db.session.scalar(select(changed)))
