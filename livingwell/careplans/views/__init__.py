"""Pages of the plan."""

from livingwell.careplans import models as _models  # noqa: F401  the tables exist as soon as the pages do
from livingwell.careplans.views.blueprint import careplans

__all__ = ["careplans"]
