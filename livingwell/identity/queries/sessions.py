"""Who a session's token belongs to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from livingwell.core.actor import Actor, Side
from livingwell.core.clock import now
from livingwell.core.reading import Reading
from livingwell.extensions import db
from livingwell.identity.models import (
    Account,
    LoginSession,
    Membership,
    Profession,
    ReadingSettings,
    Team,
    hash_of_token,
)


@dataclass(frozen=True)
class TeamName:
    """A team of the account, for its header."""

    id: UUID
    name: str


@dataclass(frozen=True, eq=False)
class SignedIn:
    """Whoever is signed in, for one request. Frozen: no row of the database hangs on it.

    `ends_at`: when the session ends whatever is done, and a new sign-in is needed. `idle`: how long it lasts with
    nothing done. `reading`: what its owner chose under “How I read”, if anything. `helped_by`: who helps a person or
    a carer to use it this time. Has the four members that flask-login asks of a user.
    """

    actor: Actor
    token: str
    session_id: UUID
    last_seen_at: datetime
    ends_at: datetime
    idle: timedelta
    profession: Profession | None
    teams: tuple[TeamName, ...]
    reading: Reading | None = None
    helped_by: str = ""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        return self.token


def signed_in_with(
    token: str, *, idle: timedelta, longest: timedelta, own_idle: timedelta | None = None
) -> SignedIn | None:
    """Whoever signed in with the token, in one statement; none where the session ended in any way.

    `own_idle` is how long a person's or a carer's session lasts with nothing done, where that differs.
    """
    rows = db.session.execute(
        select(LoginSession, Account, Membership, Team.name, ReadingSettings)
        .join(Account, LoginSession.account_id == Account.id)
        .outerjoin(ReadingSettings, ReadingSettings.account_id == Account.id)
        .outerjoin(Membership, (Membership.account_id == Account.id) & Membership.left_on.is_(None))
        .outerjoin(Team, Membership.team_id == Team.id)
        .where(LoginSession.token_hash == hash_of_token(token))
        .order_by(Team.name)
    ).all()
    if not rows:
        return None
    session, account, reading = rows[0][0], rows[0][1], rows[0][4]
    if account.side is not Side.TEAM:
        idle = own_idle or idle
    if session.revoked_at or not account.is_active:
        return None
    if now() - session.last_seen_at > idle or now() > session.created_at + longest:
        return None
    memberships = [(membership, name) for _s, _a, membership, name, _r in rows if membership]
    return SignedIn(
        actor=_actor(account, [membership for membership, _name in memberships], session.helped_by),
        token=token,
        session_id=session.id,
        last_seen_at=session.last_seen_at,
        ends_at=session.created_at + longest,
        idle=idle,
        profession=account.profession,
        teams=tuple(TeamName(membership.team_id, name) for membership, name in memberships),
        reading=reading.reading if reading else None,
        helped_by=session.helped_by,
    )


def open_sessions(account_id: UUID, *, idle: timedelta, longest: timedelta) -> list[LoginSession]:
    """Where the account is signed in now, the latest first."""
    return list(
        db.session.scalars(
            select(LoginSession)
            .where(
                LoginSession.account_id == account_id,
                LoginSession.revoked_at.is_(None),
                LoginSession.last_seen_at >= now() - idle,
                LoginSession.created_at >= now() - longest,
            )
            .order_by(LoginSession.last_seen_at.desc())
        )
    )


def unended_sessions(account_id: UUID) -> list[LoginSession]:
    """Every session of the account that nobody has ended, those timed out too."""
    return list(
        db.session.scalars(
            select(LoginSession).where(LoginSession.account_id == account_id, LoginSession.revoked_at.is_(None))
        )
    )


def _actor(account: Account, memberships: list[Membership], helped_by: str) -> Actor:
    is_peer = account.profession is Profession.PEER_SUPPORT_WORKER
    return Actor(
        account_id=account.id,
        name=f"{account.name}, helped by {helped_by}" if helped_by else account.name,
        side=account.side,
        rights={membership.team_id: membership.right for membership in memberships},
        is_account_administrator=account.is_account_administrator,
        lived_experience_team_ids=frozenset(
            membership.team_id for membership in memberships if is_peer or membership.is_marked_lived_experience
        ),
    )
