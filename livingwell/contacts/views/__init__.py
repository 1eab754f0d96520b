"""The pages of contacts."""

from livingwell.contacts.views import listing
from livingwell.contacts.views.blueprint import contacts

__all__ = ["contacts", "listing"]
