"""Each module adds its routes to the one blueprint."""

from livingwell.portal.views import (
    cared_for,
    home,
    opened,
    own_goals,
    pack,
    passport,
    passport_paper,
    passport_pieces,
    plan,
    plan_answer,
    plan_lines,
    plan_progress,
    plan_suggestions,
    reading,
    safety_plan,
    sharing,
    sharing_together,
)
from livingwell.portal.views.blueprint import portal

__all__ = [
    "cared_for",
    "home",
    "opened",
    "own_goals",
    "pack",
    "passport",
    "passport_paper",
    "passport_pieces",
    "plan",
    "plan_answer",
    "plan_lines",
    "plan_progress",
    "plan_suggestions",
    "portal",
    "reading",
    "safety_plan",
    "sharing",
    "sharing_together",
]
