"""What is asked about teams and who is in them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Right
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, Team


def team_by_id(team_id: UUID) -> Team:
    """The team. Raises NotFound."""
    team = db.session.get(Team, team_id)
    if team is None:
        raise NotFound
    return team


def teams_by_name() -> list[Team]:
    """Every team."""
    return list(db.session.scalars(select(Team).order_by(func.lower(Team.name))))


def members_of(team_ids: Iterable[UUID]) -> list[Membership]:
    """Who is in these teams now and may sign in, by name; each with its account."""
    return list(
        db.session.scalars(
            select(Membership)
            .join(Membership.account)
            .where(
                Membership.team_id.in_(sorted(team_ids)),
                Membership.left_on.is_(None),
                Account.deactivated_at.is_(None),
            )
            .options(joinedload(Membership.account))
            .order_by(func.lower(Account.name), Account.email)
        )
    )


def leads_of(team_id: UUID) -> list[Account]:
    """Who leads the team."""
    return [member.account for member in members_of([team_id]) if member.right is Right.TEAM_LEAD]


def membership_by_id(membership_id: UUID) -> Membership:
    """The membership, with its account and team. Raises NotFound."""
    membership = db.session.scalar(
        select(Membership)
        .where(Membership.id == membership_id)
        .options(joinedload(Membership.account), joinedload(Membership.team))
    )
    if membership is None:
        raise NotFound
    return membership


def is_in_team(account_id: UUID, team_id: UUID) -> bool:
    """Whether the account is in the team now."""
    found = select(Membership.id).where(
        Membership.account_id == account_id, Membership.team_id == team_id, Membership.left_on.is_(None)
    )
    return db.session.scalar(found) is not None


def team_ids_of(account_id: UUID) -> list[UUID]:
    """The teams that the account is in now."""
    found = select(Membership.team_id).where(Membership.account_id == account_id, Membership.left_on.is_(None))
    return list(db.session.scalars(found))


def team_called(name: str) -> Team | None:
    """The team with the name, in any case."""
    return db.session.scalar(select(Team).where(func.lower(Team.name) == name.lower()))
