"""Pages about people."""

from livingwell.people.views import importing, person
from livingwell.people.views.blueprint import people

__all__ = ["importing", "people", "person"]
