"""The pages of contacts. Importing the modules hangs their routes on the blueprint."""

from livingwell.contacts.views import listing, logging, outcomes, planning, showing
from livingwell.contacts.views.blueprint import contacts

__all__ = ["contacts", "listing", "logging", "outcomes", "planning", "showing"]
