"""Pages about adjustments and preferences. Importing the modules hangs their routes on the blueprint."""

from livingwell.adjustments.views import adding, answering_notes, life, listing, preferences, team, wording
from livingwell.adjustments.views.blueprint import adjustments

__all__ = ["adding", "adjustments", "answering_notes", "life", "listing", "preferences", "team", "wording"]
