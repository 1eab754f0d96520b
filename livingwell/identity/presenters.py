"""Accounts, teams and sessions, as the pages tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from livingwell.core.actor import Right
from livingwell.core.dates import date_and_time
from livingwell.identity.models import Account, LoginSession, Membership, Profession, Team

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
DEVICES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("CrOS", "a Chromebook"),
    ("Linux", "Linux"),
)
RIGHT_WORDS = {Right.MEMBER: "Member", Right.TEAM_LEAD: "Team lead"}


def with_capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class SessionLine:
    """One place where the account is signed in."""

    where: str
    when: str
    is_this_one: bool

    @classmethod
    def of(cls, session: LoginSession, this_id: UUID) -> "SessionLine":
        return cls(
            where=browser_in_words(session.browser),
            when=f"Signed in {date_and_time(session.created_at)}, last active {date_and_time(session.last_seen_at)}",
            is_this_one=session.id == this_id,
        )


def browser_in_words(told: str) -> str:
    """What a browser says of itself, in words that people use."""
    browser = next((name for sign, name in BROWSERS if sign in told), "A browser")
    device = next((name for sign, name in DEVICES if sign in told), "")
    return f"{browser} on {device}" if device else browser


@dataclass(frozen=True)
class PlaceLine:
    """One team of an account."""

    membership_id: UUID
    team: str
    right: str
    is_lead: bool

    @classmethod
    def of(cls, membership: Membership) -> "PlaceLine":
        return cls(
            membership_id=membership.id,
            team=membership.team.name,
            right=RIGHT_WORDS[membership.right],
            is_lead=membership.right is Right.TEAM_LEAD,
        )


@dataclass(frozen=True)
class AccountLine:
    """One account in the list, and at the top of its own page."""

    id: UUID
    name: str
    email: str
    profession: str
    teams: str
    state: str
    is_active: bool
    is_invited: bool
    is_account_administrator: bool

    @classmethod
    def of(cls, account: Account, memberships: Iterable[Membership]) -> "AccountLine":
        return cls(
            id=account.id,
            name=account.name,
            email=account.email or "",
            profession=with_capital(account.calling),
            teams=", ".join(_place(membership) for membership in memberships),
            state=_state(account),
            is_active=account.is_active,
            is_invited=account.is_invited,
            is_account_administrator=account.is_account_administrator,
        )


def _place(membership: Membership) -> str:
    return f"{membership.team.name} (lead)" if membership.right is Right.TEAM_LEAD else membership.team.name


def _state(account: Account) -> str:
    if not account.is_active:
        return "Switched off"
    return "Invited, no password yet" if account.is_invited else "Can sign in"


@dataclass(frozen=True)
class MemberLine:
    """One member on the team's page."""

    membership_id: UUID
    name: str
    profession: str
    is_lead: bool
    brings_lived_experience: bool
    can_be_marked: bool

    @classmethod
    def of(cls, membership: Membership) -> "MemberLine":
        account = membership.account
        return cls(
            membership_id=membership.id,
            name=account.name,
            profession=with_capital(account.calling),
            is_lead=membership.right is Right.TEAM_LEAD,
            brings_lived_experience=membership.brings_lived_experience,
            can_be_marked=account.profession is not Profession.PEER_SUPPORT_WORKER,
        )


@dataclass(frozen=True)
class TeamLine:
    """One team in the administrator's list."""

    id: UUID
    name: str
    members: str
    leads: str

    @classmethod
    def of(cls, team: Team, memberships: list[Membership]) -> "TeamLine":
        leads = [membership.account.name for membership in memberships if membership.right is Right.TEAM_LEAD]
        count = len(memberships)
        return cls(
            id=team.id,
            name=team.name,
            members="1 member" if count == 1 else f"{count} members",
            leads=f"Led by {' and '.join(leads)}" if leads else "No lead yet",
        )
