"""Each module adds its routes to the one blueprint."""

from livingwell.journeys.views import (
    closing,
    hand_over_steps,
    hand_overs,
    landing,
    landing_pressed,
    receivers_answers,
    sendings,
    showing,
    staying_well,
    way_back,
)
from livingwell.journeys.views.blueprint import journeys

__all__ = [
    "closing",
    "hand_over_steps",
    "hand_overs",
    "journeys",
    "landing",
    "landing_pressed",
    "receivers_answers",
    "sendings",
    "showing",
    "staying_well",
    "way_back",
]
