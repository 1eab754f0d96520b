"""Accounts and teams for tests."""

import itertools
import secrets

from livingwell.audit import record
from livingwell.core.actor import Actor, Right, Side, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession, Membership, Profession, Team, hash_of_token
from livingwell.identity.queries.accounts import account_by_id, current_memberships
from livingwell.identity.queries.teams import membership_by_id

PASSWORD = "three quiet green kettles"

_numbers = itertools.count(1)


@atomic()
def make_team(name: str | None = None) -> Team:
    """A team, with a name of its own unless one is given."""
    team = Team(name=name or f"Team {next(_numbers)}")
    db.session.add(team)
    record("make_team", the_system("tests"))
    return team


@atomic()
def make_account(
    name: str = "Priya Mistry",
    profession: Profession = Profession.NURSE,
    *,
    team: Team | None = None,
    right: Right = Right.MEMBER,
    is_account_administrator: bool = False,
) -> Account:
    """An account, in the team if one is given. It has no password: tests sign in with `sign_in`."""
    account = Account(
        email=f"account{next(_numbers)}@example.com",
        name=name,
        profession=profession,
        is_account_administrator=is_account_administrator,
    )
    db.session.add(account)
    db.session.flush()
    if team is not None:
        db.session.add(Membership(account_id=account.id, team_id=team.id, right=right, joined_on=today()))
    record("make_account", the_system("tests"))
    return account


@atomic()
def make_account_on(side: Side, name: str) -> Account:
    """An account of a person or of a carer. What it reaches is for `people` to say."""
    account = Account(side=side, name=name)
    db.session.add(account)
    record("make_account", the_system("tests"))
    return account


@atomic()
def join_team(account: Account, team: Team, right: Right = Right.MEMBER) -> None:
    """Put an account in one more team."""
    db.session.add(Membership(account_id=account.id, team_id=team.id, right=right, joined_on=today()))
    record("join_team", the_system("tests"))


def actor_for(account: Account, team: Team | None = None, right: Right = Right.MEMBER) -> Actor:
    """The actor that signing in as the account would give."""
    is_peer = account.profession is Profession.PEER_SUPPORT_WORKER
    return Actor(
        side=account.side,
        account_id=account.id,
        name=account.name,
        rights={team.id: right} if team else {},
        is_account_administrator=account.is_account_administrator,
        lived_experience_team_ids=frozenset({team.id}) if team and is_peer else frozenset(),
    )


@atomic()
def new_session_token(account: Account) -> str:
    """The token of a fresh session for the account."""
    token = secrets.token_urlsafe(32)
    db.session.add(LoginSession(token_hash=hash_of_token(token), account_id=account.id, last_seen_at=now()))
    return token


def sign_in(client: object, account: Account) -> None:
    """Sign the test client in as the account, without the sign-in page."""
    token = new_session_token(account)
    with client.session_transaction() as session:  # type: ignore[attr-defined]
        session["_user_id"] = token
        session["_fresh"] = True


def membership_of(account: Account) -> Membership:
    """The one current membership of the account, with its account and team."""
    [place] = current_memberships(account.id)
    return membership_by_id(place.id)


@atomic()
def give_password(account: Account, password: str = PASSWORD) -> Account:
    """Let the account sign in by the page."""
    kept = account_by_id(account.id)
    kept.choose_password(password)
    record("choose_password", the_system("tests"))
    return kept


@atomic()
def switch_off(account: Account) -> None:
    """Deactivate the account and leave its sessions as they are."""
    account_by_id(account.id).deactivate()
    record("switch_off", the_system("tests"))
