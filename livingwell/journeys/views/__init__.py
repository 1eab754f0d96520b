"""Each module adds its routes to the one blueprint."""

from livingwell.journeys.views import closing, landing, landing_pressed, showing, staying_well, way_back
from livingwell.journeys.views.blueprint import journeys

__all__ = ["closing", "journeys", "landing", "landing_pressed", "showing", "staying_well", "way_back"]
