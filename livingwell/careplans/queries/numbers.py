"""The next number of a kind. Numbers are never used again, so that "goal 4" stays the same goal."""

from uuid import UUID

from sqlalchemy import func, select

from livingwell.careplans.models import Goal, PlanVersion, SafetyPlan, Step
from livingwell.extensions import db


def next_goal_number(plan_id: UUID) -> int:
    """One more than the highest in the plan, those struck out included."""
    return 1 + (db.session.scalar(select(func.max(Goal.number)).where(Goal.plan_id == plan_id)) or 0)


def next_step_number(goal_id: UUID) -> int:
    """One more than the highest of the goal."""
    return 1 + (db.session.scalar(select(func.max(Step.number)).where(Step.goal_id == goal_id)) or 0)


def next_version_number(plan_id: UUID) -> int:
    """One more than the highest of the plan."""
    return 1 + (db.session.scalar(select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == plan_id)) or 0)


def next_safety_plan_number(person_id: UUID) -> int:
    """One more than the person's highest."""
    return 1 + (db.session.scalar(select(func.max(SafetyPlan.number)).where(SafetyPlan.person_id == person_id)) or 0)
