"""Each module adds its routes to the one blueprint."""

from livingwell.journeys.views import (
    choosing,
    closing,
    closing_letters,
    gp_papers,
    hand_over_steps,
    hand_overs,
    hopes,
    landing,
    landing_pressed,
    options,
    papers,
    points,
    receivers_answers,
    sendings,
    showing,
    staying_well,
    way_back,
)
from livingwell.journeys.views.blueprint import journeys

__all__ = [
    "choosing",
    "closing",
    "closing_letters",
    "gp_papers",
    "hand_over_steps",
    "hand_overs",
    "hopes",
    "journeys",
    "landing",
    "landing_pressed",
    "options",
    "papers",
    "points",
    "receivers_answers",
    "sendings",
    "showing",
    "staying_well",
    "way_back",
]
