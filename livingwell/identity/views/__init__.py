"""Signing in and out, accounts and teams."""

from livingwell.identity.views import own_account, signing_in
from livingwell.identity.views.blueprint import identity

__all__ = ["identity", "own_account", "signing_in"]
