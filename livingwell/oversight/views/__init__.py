"""The pages of oversight."""

from livingwell.oversight.views import figures, lists
from livingwell.oversight.views.blueprint import oversight

__all__ = ["figures", "lists", "oversight"]
