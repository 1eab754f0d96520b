"""Each module adds its routes to the one blueprint."""

from livingwell.directory.views import courses, feeds, keeping, listing, showing, telling
from livingwell.directory.views.blueprint import directory

__all__ = ["courses", "directory", "feeds", "keeping", "listing", "showing", "telling"]
