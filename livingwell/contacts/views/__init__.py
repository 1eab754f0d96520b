"""The pages of contacts. Importing the modules hangs their routes on the blueprint."""

from livingwell.contacts.views import (
    answering,
    listing,
    logging,
    messages,
    outcomes,
    planning,
    printing,
    received,
    showing,
    templates,
    writing,
)
from livingwell.contacts.views.blueprint import contacts

__all__ = [
    "answering",
    "contacts",
    "listing",
    "logging",
    "messages",
    "outcomes",
    "planning",
    "printing",
    "received",
    "showing",
    "templates",
    "writing",
]
