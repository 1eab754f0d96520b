"""Each module adds its routes to the one blueprint."""

from livingwell.passports.views import showing, writing
from livingwell.passports.views.blueprint import passports

__all__ = ["passports", "showing", "writing"]
