"""Pages of the plan. Importing the modules hangs their routes on the blueprint."""

from livingwell.careplans.views import (
    agreement,
    consequences,
    goals,
    holding_back,
    paper,
    safety_plans,
    showing,
    statements,
    steps,
    striking,
    suggestions,
    turned_round,
)
from livingwell.careplans.views.blueprint import careplans

__all__ = [
    "agreement",
    "careplans",
    "consequences",
    "goals",
    "holding_back",
    "paper",
    "safety_plans",
    "showing",
    "statements",
    "steps",
    "striking",
    "suggestions",
    "turned_round",
]
