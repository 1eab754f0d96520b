"""How members and teams show themselves to the people whom they support."""

from uuid import UUID

from sqlalchemy import select

from livingwell.extensions import db
from livingwell.identity.models import Introduction, TeamContact


def introduction_of(account_id: UUID | None) -> Introduction | None:
    """What a member shows of themselves, or none."""
    return db.session.scalar(select(Introduction).where(Introduction.account_id == account_id))


def team_contact_of(team_id: UUID) -> TeamContact | None:
    """How people reach a team, or none before a lead has said it."""
    return db.session.scalar(select(TeamContact).where(TeamContact.team_id == team_id))
