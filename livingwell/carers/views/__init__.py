"""Each module adds its routes to the one blueprint."""

from livingwell.carers.views import helped, listing, offers, sharing, telling
from livingwell.carers.views.blueprint import carers

__all__ = ["carers", "helped", "listing", "offers", "sharing", "telling"]
