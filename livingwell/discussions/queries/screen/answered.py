"""Challenges and decisions, each with what was said to it, in one statement each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, bindparam, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.discussions.models import (
    CaseDiscussion,
    Challenge,
    ChallengeAnswer,
    Contribution,
    Decision,
    FollowThrough,
)
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.queries.striking import is_struck


@dataclass(frozen=True)
class Answered:
    """A challenge with its answers, or a decision with what was said of it, oldest first."""

    row: Any
    answers: tuple[Any, ...]


def challenges_with_answers(person_id: UUID, discussion_id: UUID) -> list[Answered]:
    """The challenges of a discussion and those still open from earlier ones, with their answers. One statement."""
    values = {"person_id": person_id, "discussion_id": discussion_id}
    return _grouped(db.session.execute(_challenges(), values).all())


@cache
def _challenges() -> Select[Challenge, ChallengeAnswer]:
    raiser, answerer = aliased(Account), aliased(Account)
    answer = aliased(ChallengeAnswer)
    return (
        select(Challenge, answer)
        .join(Challenge.contribution)
        .outerjoin(raiser, raiser.id == Contribution.said_by_id)
        .outerjoin(answer, (answer.challenge_id == Challenge.id) & ~is_struck(answer))
        .outerjoin(answerer, answerer.id == answer.answered_by_id)
        .where(
            Challenge.person_id == bindparam("person_id"),
            (Challenge.discussion_id == bindparam("discussion_id")) | Challenge.closed_at.is_(None),
            ~is_struck(Contribution),
        )
        .options(
            contains_eager(Challenge.contribution).contains_eager(Contribution.said_by.of_type(raiser)),
            joinedload(Challenge.closed_by),
            contains_eager(answer.answered_by.of_type(answerer)),
        )
        .order_by(Challenge.created_at, Challenge.id, answer.created_at, answer.id)
    )


def decisions_with_answers(discussion: CaseDiscussion) -> list[Answered]:
    """What this discussion decided, and what earlier ones about the person did that is open or was settled since
    the last of them; each with what was said of it. One statement."""
    values = {
        "discussion_id": discussion.id,
        "person_id": discussion.person_id,
        "team_id": discussion.meeting.team_id,
        "began_at": discussion.started_at or discussion.meeting.ends_at,
    }
    return _grouped(db.session.execute(_decisions(), values).all())


@cache
def _decisions() -> Select[Decision, FollowThrough]:
    said, sayer = aliased(FollowThrough), aliased(Account)
    return (
        select(Decision, said)
        .outerjoin(said, (said.decision_id == Decision.id) & ~is_struck(said))
        .outerjoin(sayer, sayer.id == said.answered_by_id)
        .where(
            Decision.person_id == bindparam("person_id"),
            Decision.team_id == bindparam("team_id"),
            (Decision.discussion_id == bindparam("discussion_id"))
            | (
                (Decision.created_at < bindparam("began_at"))
                & (Decision.settled_at.is_(None) | (Decision.settled_at > _last_time()))
            ),
            ~is_struck(Decision),
        )
        .options(
            joinedload(Decision.member),
            joinedload(Decision.written_by),
            contains_eager(said.answered_by.of_type(sayer)),
        )
        .order_by(Decision.created_at, Decision.id, said.created_at, said.id)
    )


def _last_time() -> ScalarSelect[Any]:
    """When the discussion before this one began. Before the first there is none, and nothing was decided either."""
    other = aliased(CaseDiscussion)
    return (
        select(func.max(other.started_at))
        .where(
            other.person_id == bindparam("person_id"),
            other.id != bindparam("discussion_id"),
            other.started_at < bindparam("began_at"),
        )
        .scalar_subquery()
    )


def _grouped(rows: Sequence[Any]) -> list[Answered]:
    found: dict[UUID, tuple[Any, list[Any]]] = {}
    for row, answer in rows:
        _row, answers = found.setdefault(row.id, (row, []))
        if answer is not None:
            answers.append(answer)
    return [Answered(row, tuple(answers)) for row, answers in found.values()]
