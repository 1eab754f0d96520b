"""The round of a discussion: views and challenges."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.errors import NotFound
from livingwell.discussions.models import Challenge, ChallengeAnswer, Contribution, ViewConfirmation
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def contributions(discussion_id: UUID) -> Sequence[Contribution]:
    """Every view, oldest first, with who said it and who wrote it down; without what was struck out."""
    return db.session.scalars(_contributions(), {"discussion_id": discussion_id}).all()


@cache
def _contributions() -> Select[Contribution]:
    return (
        select(Contribution)
        .where(Contribution.discussion_id == bindparam("discussion_id"), ~is_struck(Contribution))
        .options(joinedload(Contribution.said_by), joinedload(Contribution.written_by))
        .order_by(Contribution.created_at, Contribution.id)
    )


def contribution(discussion_id: UUID, contribution_id: UUID) -> Contribution:
    """One view of a discussion. Raises NotFound for any other."""
    found = db.session.scalar(
        select(Contribution).where(Contribution.id == contribution_id, Contribution.discussion_id == discussion_id)
    )
    if found is None:
        raise NotFound
    return found


def challenges(person_id: UUID, discussion_id: UUID) -> Sequence[Challenge]:
    """The challenges of a discussion, and those still open from earlier ones about the person, oldest first."""
    return db.session.scalars(
        select(Challenge)
        .join(Challenge.contribution)
        .where(
            Challenge.person_id == person_id,
            (Challenge.discussion_id == discussion_id) | Challenge.closed_at.is_(None),
            ~is_struck(Contribution),
        )
        .options(
            contains_eager(Challenge.contribution).joinedload(Contribution.said_by),
            joinedload(Challenge.closed_by),
        )
        .order_by(Challenge.created_at, Challenge.id)
    ).all()


def challenge(person_id: UUID, challenge_id: UUID) -> Challenge:
    """One challenge about the person. Raises NotFound for any other."""
    found = db.session.scalar(
        select(Challenge)
        .join(Challenge.contribution)
        .where(Challenge.id == challenge_id, Challenge.person_id == person_id)
        .options(contains_eager(Challenge.contribution).joinedload(Contribution.said_by))
    )
    if found is None:
        raise NotFound
    return found


def answers(challenge_ids: Sequence[UUID]) -> Sequence[ChallengeAnswer]:
    """What was answered to the challenges, oldest first."""
    return db.session.scalars(
        select(ChallengeAnswer)
        .where(ChallengeAnswer.challenge_id.in_(challenge_ids), ~is_struck(ChallengeAnswer))
        .options(joinedload(ChallengeAnswer.answered_by))
        .order_by(ChallengeAnswer.created_at, ChallengeAnswer.id)
    ).all()


def has_open_challenge(person_id: UUID, team_id: UUID) -> bool:
    """Whether a challenge about the person is open in the team."""
    opened = select(Challenge.id).join(Contribution, Contribution.id == Challenge.contribution_id)
    found = opened.where(
        Challenge.person_id == person_id,
        Challenge.team_id == team_id,
        Challenge.closed_at.is_(None),
        ~is_struck(Contribution),
    )
    return db.session.scalar(found.limit(1)) is not None


def is_challenge(contribution_id: UUID) -> bool:
    """Whether a view was raised as a challenge."""
    return bool(db.session.scalar(select(exists().where(Challenge.contribution_id == contribution_id))))


def is_confirmed(contribution_id: UUID) -> bool:
    """Whether whoever is named as having said it has said that it is right."""
    found = select(exists().where(ViewConfirmation.contribution_id == contribution_id))
    return bool(db.session.scalar(found))
