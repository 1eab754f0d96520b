"""Each module adds its routes to the one blueprint."""

from livingwell.portal.views import (
    cared_for,
    home,
    pack,
    reading,
)
from livingwell.portal.views.blueprint import portal

__all__ = [
    "cared_for",
    "home",
    "pack",
    "portal",
    "reading",
]
