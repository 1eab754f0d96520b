"""The pages of oversight."""

from livingwell.oversight.views import crisis_wording, figures, landed, lists
from livingwell.oversight.views.blueprint import oversight

__all__ = ["crisis_wording", "figures", "landed", "lists", "oversight"]
