"""Each module adds its routes to the one blueprint."""

from livingwell.journeys.views import closing, showing
from livingwell.journeys.views.blueprint import journeys

__all__ = ["closing", "journeys", "showing"]
