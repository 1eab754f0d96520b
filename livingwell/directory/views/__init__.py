"""Each module adds its routes to the one blueprint."""

from livingwell.directory.views import courses, keeping, listing, showing, telling
from livingwell.directory.views.blueprint import directory

__all__ = ["courses", "directory", "keeping", "listing", "showing", "telling"]
