"""Which records are limited, to whom, and whose own they are."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from livingwell.core.actor import Right
from livingwell.extensions import db
from livingwell.identity.models import Membership
from livingwell.identity.queries.teams import members_of
from livingwell.people.models import Episode, NamedMember, OwnRecord, RecordLimit
from livingwell.people.queries.reach import gives_reach


def limit_of(person_id: UUID) -> RecordLimit | None:
    """The limit on the person's record, with who set it."""
    found = select(RecordLimit).where(RecordLimit.person_id == person_id).options(joinedload(RecordLimit.limited_by))
    limit: RecordLimit | None = db.session.scalar(found)
    return limit


def named_on(person_id: UUID) -> Sequence[NamedMember]:
    """Who still sees the limited record, with their accounts."""
    found = select(NamedMember).where(NamedMember.person_id == person_id).options(joinedload(NamedMember.account))
    return db.session.scalars(found).all()


def own_record_of(person_id: UUID) -> OwnRecord | None:
    """The account that the record belongs to, if the person works here."""
    found = select(OwnRecord).where(OwnRecord.person_id == person_id).options(joinedload(OwnRecord.account))
    own: OwnRecord | None = db.session.scalar(found)
    return own


def teams_of(person_id: UUID) -> frozenset[UUID]:
    """The teams whose members reach the person, as long as nothing limits the record."""
    found = select(Episode.team_id).where(Episode.person_id == person_id, gives_reach())
    return frozenset(db.session.scalars(found))


def limited_in(team_ids: Iterable[UUID]) -> Sequence[UUID]:
    """People of these teams whose records are limited."""
    supported = exists().where(
        Episode.person_id == RecordLimit.person_id, Episode.team_id.in_(sorted(team_ids)), gives_reach()
    )
    return db.session.scalars(select(RecordLimit.person_id).where(supported).order_by(RecordLimit.person_id)).all()


def leads_who_may_see(person_id: UUID) -> frozenset[UUID]:
    """The leads of the person's teams, without the one whose own record it is: each could change a limit on it."""
    own = own_record_of(person_id)
    leads = {member.account_id for member in members_of(teams_of(person_id)) if member.right is Right.TEAM_LEAD}
    return frozenset(leads - {own.account_id} if own else leads)


def members_to_name(person_id: UUID) -> list[Membership]:
    """Everybody in the person's teams, by name, each once."""
    members = {member.account_id: member for member in members_of(teams_of(person_id))}
    return list(members.values())
