"""Pages about people. Importing the modules puts their routes on the blueprint."""

from livingwell.people.views import (
    arriving,
    asking,
    commenting,
    deaths,
    details,
    importing,
    introducing,
    listing,
    looked,
    overview,
    reach,
    registering,
)
from livingwell.people.views.blueprint import people

__all__ = [
    "arriving",
    "asking",
    "commenting",
    "deaths",
    "details",
    "importing",
    "introducing",
    "listing",
    "looked",
    "overview",
    "people",
    "reach",
    "registering",
]
