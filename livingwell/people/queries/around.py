"""Who is around the person: the teams that support them, who is key worker and peer, and who still reaches them."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import joinedload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.identity.models import Account, Introduction, Membership, Team, TeamContact
from livingwell.people.models import Allocation, Episode
from livingwell.people.models.around import Supporter, SupportingTeam
from livingwell.people.queries.reach import REACH_AFTER_END, gives_reach
from livingwell.people.queries.striking import is_struck


def teams_around(person_id: UUID) -> list[SupportingTeam]:
    """The teams with an episode that goes on, the newest first."""
    found: dict[UUID, tuple[Team, TeamContact | None, dict[UUID, Supporter]]] = {}
    for team, contact, allocation, introduction in db.session.execute(_AROUND, {"person_id": person_id}):
        _team, _contact, supporters = found.setdefault(team.id, (team, contact, {}))
        if allocation is not None:
            supporter = Supporter(allocation.account, allocation.role, introduction)
            supporters.setdefault(allocation.account_id, supporter)
    return [SupportingTeam(team, contact, list(supporters.values())) for team, contact, supporters in found.values()]


def teams_that_still_reach(person_id: UUID) -> list[tuple[Team, date, date]]:
    """The teams whose support has ended and whose members still reach the record: since when, and the last day."""
    latest: dict[Team, date | None] = {}
    for team, ended_on in db.session.execute(_REACHING, {"person_id": person_id}):
        latest[team] = ended_on
    last = REACH_AFTER_END - timedelta(days=1)
    return [(team, ended_on, ended_on + last) for team, ended_on in latest.items() if ended_on is not None]


def small_picture_of(person_id: UUID, account_id: UUID) -> str:
    """The name of a member's small photo, for somebody whom a team of theirs supports. Raises NotFound otherwise."""
    found = (
        select(Introduction.small_picture)
        .join(Membership, Membership.account_id == Introduction.account_id)
        .join(Episode, Episode.team_id == Membership.team_id)
        .where(
            Introduction.account_id == account_id,
            Introduction.small_picture != "",
            Membership.left_on.is_(None),
            Episode.person_id == person_id,
            Episode.ended_on.is_(None),
            ~is_struck(Episode),
        )
        .limit(1)
    )
    name = db.session.scalar(found)
    if not name:
        raise NotFound
    return name


# An episode that goes on comes last, and so has the last word on its team.
_REACHING = (
    select(Team, Episode.ended_on)
    .join(Episode, Episode.team_id == Team.id)
    .where(Episode.person_id == bindparam("person_id"), gives_reach())
    .order_by(Episode.ended_on.is_(None), Episode.ended_on)
)

# On every page of the person's side, and so built only once.
_AROUND = (
    select(Team, TeamContact, Allocation, Introduction)
    .select_from(Episode)
    .join(Team, Team.id == Episode.team_id)
    .outerjoin(TeamContact, TeamContact.team_id == Team.id)
    .outerjoin(
        Allocation,
        and_(
            Allocation.episode_id == Episode.id,
            Allocation.until_on.is_(None),
            Allocation.account_id.in_(select(Account.id).where(Account.deactivated_at.is_(None))),
        ),
    )
    .outerjoin(Introduction, Introduction.account_id == Allocation.account_id)
    .where(Episode.person_id == bindparam("person_id"), Episode.ended_on.is_(None), ~is_struck(Episode))
    .options(joinedload(Allocation.account))
    .order_by(Episode.referred_on.desc(), Episode.id, Allocation.role, Allocation.from_on)
)
