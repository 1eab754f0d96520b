"""Signing in and out, accounts and teams."""

from livingwell.identity.views import accounts, memberships, own_account, signing_in, teams, welcome
from livingwell.identity.views.blueprint import identity

__all__ = ["accounts", "identity", "memberships", "own_account", "signing_in", "teams", "welcome"]
