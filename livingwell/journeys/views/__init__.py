"""Each module adds its routes to the one blueprint."""

from livingwell.journeys.views import showing
from livingwell.journeys.views.blueprint import journeys

__all__ = ["journeys", "showing"]
