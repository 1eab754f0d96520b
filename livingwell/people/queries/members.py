"""Who works with a person: the members of the teams that support them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from livingwell.extensions import db
from livingwell.identity.models import Account, Membership
from livingwell.people.models import Allocation, Episode
from livingwell.people.queries.reach import ANYBODY


def members_of_persons_teams(person_id: UUID) -> Sequence[Account]:
    """The members of the teams that support the person, by name."""
    return db.session.scalars(_members(person_id).order_by(Account.name, Account.id)).all()


def member_of_persons_team(person_id: UUID, account_id: UUID | None) -> Account | None:
    """The member with this id, or none where no team of the person has one."""
    return db.session.scalar(_members(person_id).where(Account.id == account_id)) if account_id else None


def is_supported(person_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """The condition on a row about a person that the member is that person's key worker or peer now."""
    mine = select(Allocation.person_id).where(
        Allocation.account_id == ANYBODY.account_id, Allocation.until_on.is_(None)
    )
    return person_id.in_(mine)


def _members(person_id: UUID) -> Select[Account]:
    teams = select(Episode.team_id).where(Episode.person_id == person_id)
    ids = select(Membership.account_id).where(Membership.team_id.in_(teams), Membership.left_on.is_(None))
    return select(Account).where(Account.id.in_(ids), Account.deactivated_at.is_(None))
