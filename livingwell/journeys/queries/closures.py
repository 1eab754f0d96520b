"""Ending support: what is proposed, and what was done."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import Closure, ClosureProposal, ReadyAnswer
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def proposal_now(person_id: UUID) -> ClosureProposal | None:
    """What is proposed now, with what was answered; the oldest where two teams propose."""
    found = _whole().where(ClosureProposal.person_id == person_id, ClosureProposal.ended_at.is_(None))
    return db.session.scalar(found.order_by(ClosureProposal.created_at, ClosureProposal.id).limit(1))


def proposal_in(episode_id: UUID) -> ClosureProposal | None:
    """What is proposed now for one episode."""
    return db.session.scalar(
        _whole().where(ClosureProposal.episode_id == episode_id, ClosureProposal.ended_at.is_(None))
    )


def unanswered_proposals(person_id: UUID) -> Sequence[ClosureProposal]:
    """What is proposed now and nobody has said anything to: the person, or a member for them. One statement."""
    answered = exists().where(ReadyAnswer.proposal_id == ClosureProposal.id)
    found = select(ClosureProposal).where(
        ClosureProposal.person_id == person_id, ClosureProposal.ended_at.is_(None), ~answered
    )
    return db.session.scalars(found.order_by(ClosureProposal.created_at, ClosureProposal.id)).all()


def proposal_of(person_id: UUID, proposal_id: UUID) -> ClosureProposal:
    """One proposal as it stands now, open or not. Raises NotFound for another person's."""
    found = _whole().where(ClosureProposal.id == proposal_id, ClosureProposal.person_id == person_id)
    proposal = db.session.scalar(found.execution_options(populate_existing=True))
    if proposal is None:
        raise NotFound
    return proposal


def proposals_before(episode_id: UUID) -> Sequence[ClosureProposal]:
    """What was proposed for the episode and withdrawn, the latest first."""
    ended = select(ClosureProposal).where(
        ClosureProposal.episode_id == episode_id,
        ClosureProposal.ended_at.is_not(None),
        ClosureProposal.ended_why != "",
    )
    return db.session.scalars(ended.order_by(ClosureProposal.ended_at.desc(), ClosureProposal.id)).all()


def closure_of(episode_id: UUID) -> Closure | None:
    """How the episode ended, with what was proposed."""
    found = select(Closure).where(Closure.episode_id == episode_id)
    return db.session.scalar(found.options(joinedload(Closure.proposal)))


def last_closure(person_id: UUID) -> Closure | None:
    """How the person's support last ended, with what was proposed; none while no closure was made."""
    found = select(Closure).where(Closure.person_id == person_id).options(joinedload(Closure.proposal))
    return db.session.scalar(found.order_by(Closure.closed_on.desc(), Closure.created_at.desc()).limit(1))


def episode_to_show(person_id: UUID, team_ids: Iterable[UUID]) -> Episode | None:
    """The person's episode with one of the teams: the one that goes on, or else the one that ended last."""
    found = (
        select(Episode)
        .where(Episode.person_id == person_id, Episode.team_id.in_(sorted(team_ids)), ~is_struck(Episode))
        .options(joinedload(Episode.team))
        .order_by(Episode.ended_on.is_(None).desc(), Episode.ended_on.desc(), Episode.referred_on.desc(), Episode.id)
        .limit(1)
    )
    return db.session.scalar(found)


def _whole() -> Select[ClosureProposal]:
    return select(ClosureProposal).options(
        selectinload(ClosureProposal.answers), selectinload(ClosureProposal.ready_answers)
    )
