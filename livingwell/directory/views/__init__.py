"""Each module adds its routes to the one blueprint."""

from livingwell.directory.views.blueprint import directory

__all__ = ["directory"]
