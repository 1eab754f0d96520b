"""Accounts, their teams, and how they sign in."""

from livingwell.identity.models.account import Account, Profession
from livingwell.identity.models.signing_in import LinkPurpose, LoginSession, OneTimeLink, SignInAttempt
from livingwell.identity.models.team import Membership, Team

__all__ = [
    "Account",
    "LinkPurpose",
    "LoginSession",
    "Membership",
    "OneTimeLink",
    "Profession",
    "SignInAttempt",
    "Team",
]
