"""Each module adds its routes to the one blueprint."""

from livingwell.portal.views import (
    cared_for,
    home,
    own_goals,
    pack,
    plan,
    plan_answer,
    plan_lines,
    plan_progress,
    plan_suggestions,
    reading,
    safety_plan,
)
from livingwell.portal.views.blueprint import portal

__all__ = [
    "cared_for",
    "home",
    "own_goals",
    "pack",
    "plan",
    "plan_answer",
    "plan_lines",
    "plan_progress",
    "plan_suggestions",
    "portal",
    "reading",
    "safety_plan",
]
