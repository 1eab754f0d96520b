"""Accounts, their teams, and how they sign in."""

from livingwell.identity.models.account import Account, Profession, fold_email
from livingwell.identity.models.reading import ReadingSettings
from livingwell.identity.models.signing_in import (
    BROWSER,
    LINK_IS_OVER,
    LinkPurpose,
    LoginSession,
    OneTimeLink,
    SignInAttempt,
    hash_of_token,
)
from livingwell.identity.models.team import Membership, Team

__all__ = [
    "BROWSER",
    "LINK_IS_OVER",
    "Account",
    "LinkPurpose",
    "LoginSession",
    "Membership",
    "OneTimeLink",
    "Profession",
    "ReadingSettings",
    "SignInAttempt",
    "Team",
    "fold_email",
    "hash_of_token",
]
