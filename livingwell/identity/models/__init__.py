"""Accounts, their teams, and how they sign in."""

from livingwell.identity.models.account import Account, Profession, fold_email
from livingwell.identity.models.crisis_wording import CrisisWording
from livingwell.identity.models.introducing import Introduction, TeamContact
from livingwell.identity.models.own_account import (
    BIRTH_DATE_TRIES,
    CodePurpose,
    MayEnter,
    OneTimeCode,
    OwnAccess,
    OwnInvitation,
    OwnSignIn,
    OwnWay,
    are_one_person,
)
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
    "BIRTH_DATE_TRIES",
    "BROWSER",
    "LINK_IS_OVER",
    "Account",
    "CodePurpose",
    "CrisisWording",
    "Introduction",
    "LinkPurpose",
    "LoginSession",
    "MayEnter",
    "Membership",
    "OneTimeCode",
    "OneTimeLink",
    "OwnAccess",
    "OwnInvitation",
    "OwnSignIn",
    "OwnWay",
    "Profession",
    "ReadingSettings",
    "SignInAttempt",
    "Team",
    "TeamContact",
    "are_one_person",
    "fold_email",
    "hash_of_token",
]
