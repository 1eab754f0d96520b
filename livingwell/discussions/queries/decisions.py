"""Decisions, and what became of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    CaseDiscussion,
    Closing,
    Decision,
    FollowThrough,
    Meeting,
    NoChange,
    Outcome,
)
from livingwell.extensions import db
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck

MOST_SHOWN = 200  # decisions on one page: more than a meeting answers; the pages say so where more are open
OVERDUE_FIRST = (Decision.by_on, Decision.created_at, Decision.id)


def decisions_of(discussion_id: UUID) -> Sequence[Decision]:
    """What a discussion decided, in order."""
    return db.session.scalars(
        select(Decision)
        .where(Decision.discussion_id == discussion_id, ~is_struck(Decision))
        .options(joinedload(Decision.member), joinedload(Decision.written_by))
        .order_by(Decision.created_at, Decision.id)
    ).all()


def decision(actor: Actor, person_id: UUID, decision_id: UUID) -> Decision:
    """A decision about the person by one of the actor's teams. Raises NotFound for any other."""
    found = db.session.scalar(
        select(Decision)
        .where(
            Decision.id == decision_id,
            Decision.person_id == person_id,
            Decision.team_id.in_(sorted(actor.team_ids)),
        )
        .options(joinedload(Decision.member), joinedload(Decision.person))
    )
    if found is None:
        raise NotFound
    return found


def earlier_decisions(person_id: UUID, team_id: UUID, before: datetime, since: datetime | None) -> Sequence[Decision]:
    """What was decided about the person before a discussion and is unsettled, or was settled since the last one."""
    settled_lately = Decision.settled_at > since if since is not None else Decision.settled_at.is_not(None)
    return db.session.scalars(
        select(Decision)
        .where(
            Decision.person_id == person_id,
            Decision.team_id == team_id,
            Decision.created_at < before,
            Decision.settled_at.is_(None) | settled_lately,
            ~is_struck(Decision),
        )
        .options(joinedload(Decision.member))
        .order_by(Decision.by_on, Decision.created_at)
    ).all()


def open_decisions(actor: Actor, team_ids: Iterable[UUID]) -> Sequence[Decision]:
    """Unsettled decisions of the teams about people within reach, overdue first; at most MOST_SHOWN."""
    return db.session.scalars(_open(actor, team_ids).order_by(*OVERDUE_FIRST).limit(MOST_SHOWN)).all()


def open_decisions_of(actor: Actor, account_id: UUID | None) -> Sequence[Decision]:
    """Unsettled decisions that one member answers for, overdue first."""
    found = _open(actor, actor.team_ids).where(Decision.member_id == account_id)
    return db.session.scalars(found.order_by(*OVERDUE_FIRST)).all()


def decisions_asked_at(actor: Actor, meeting: Meeting, since: datetime | None) -> Sequence[Decision]:
    """What the meeting asks about: unsettled, decided before it began, and not answered since the one before."""
    found = _open(actor, [meeting.team_id]).where(_is_asked_at(meeting, since))
    return db.session.scalars(found.order_by(*OVERDUE_FIRST).limit(MOST_SHOWN)).all()


@dataclass(frozen=True)
class Outcomes:
    """How many decisions were answered since the meeting before, and how many nobody has answered yet."""

    said: dict[Outcome, int]
    to_say: int

    @property
    def total(self) -> int:
        return sum(self.said.values()) + self.to_say


def outcomes_since(actor: Actor, meeting: Meeting, since: datetime | None) -> Outcomes:
    """What became of the team's decisions since the meeting before, about people within reach. Two statements."""
    latest = (
        select(func.max(FollowThrough.created_at))
        .where(FollowThrough.decision_id == Decision.id)
        .correlate(Decision)
        .scalar_subquery()
    )
    answered = (
        select(FollowThrough.outcome, func.count())
        .join(Decision, Decision.id == FollowThrough.decision_id)
        .join(Decision.person)
        .where(
            Decision.team_id == meeting.team_id,
            FollowThrough.created_at == latest,
            within_reach(actor),
            ~is_struck(Decision),
        )
        .group_by(FollowThrough.outcome)
    )
    if since is not None:
        answered = answered.where(Decision.answered_at > since)
    asked = select(func.count()).select_from(Decision).join(Decision.person)
    to_say = db.session.scalar(asked.where(_is_open(actor, [meeting.team_id]), _is_asked_at(meeting, since)))
    return Outcomes({row[0]: row[1] for row in db.session.execute(answered)}, to_say or 0)


def decisions_of_meeting(actor: Actor, meeting_id: UUID) -> Sequence[Decision]:
    """What a meeting decided about people within reach, in the order of its agenda."""
    return db.session.scalars(
        select(Decision)
        .join(Decision.person)
        .join(CaseDiscussion, CaseDiscussion.id == Decision.discussion_id)
        .where(CaseDiscussion.meeting_id == meeting_id, within_reach(actor), ~is_struck(Decision))
        .options(contains_eager(Decision.person), joinedload(Decision.member))
        .order_by(CaseDiscussion.position, Decision.created_at, Decision.id)
    ).all()


def answers_to(decision_ids: Sequence[UUID]) -> dict[UUID, list[FollowThrough]]:
    """What was said about each decision, oldest first."""
    rows = db.session.scalars(
        select(FollowThrough)
        .where(FollowThrough.decision_id.in_(decision_ids), ~is_struck(FollowThrough))
        .options(joinedload(FollowThrough.answered_by))
        .order_by(FollowThrough.created_at, FollowThrough.id)
    )
    said: dict[UUID, list[FollowThrough]] = defaultdict(list)
    for row in rows:
        said[row.decision_id].append(row)
    return said


def answer(person_id: UUID, answer_id: UUID) -> FollowThrough:
    """What was said to have become of a decision about the person. Raises NotFound for any other."""
    found = db.session.scalar(
        select(FollowThrough).where(
            FollowThrough.id == answer_id, FollowThrough.person_id == person_id, ~is_struck(FollowThrough)
        )
    )
    if found is None:
        raise NotFound
    return found


def has_no_change(discussion_id: UUID) -> bool:
    """Whether the discussion's outcome is that nothing changes."""
    return bool(db.session.scalar(select(exists().where(NoChange.discussion_id == discussion_id))))


def live_discussion_ids(person_id: UUID) -> Sequence[UUID]:
    """The person's discussions that have begun and are not closed: those that somebody may have on a screen."""
    return db.session.scalars(
        select(CaseDiscussion.id).where(
            CaseDiscussion.person_id == person_id,
            CaseDiscussion.taken_off_at.is_(None),
            CaseDiscussion.started_at.is_not(None),
            ~exists().where(Closing.discussion_id == CaseDiscussion.id),
        )
    ).all()


def _open(actor: Actor, team_ids: Iterable[UUID]) -> Select[Decision]:
    return (
        select(Decision)
        .join(Decision.person)
        .where(_is_open(actor, team_ids))
        .options(contains_eager(Decision.person), joinedload(Decision.member))
    )


def _is_open(actor: Actor, team_ids: Iterable[UUID]) -> ColumnElement[bool]:
    return and_(
        Decision.team_id.in_(sorted(team_ids)),
        Decision.settled_at.is_(None),
        within_reach(actor),
        ~is_struck(Decision),
    )


def _is_asked_at(meeting: Meeting, since: datetime | None) -> ColumnElement[bool]:
    not_since = Decision.answered_at <= since if since is not None else false()
    decided_before = Decision.created_at < (meeting.started_at or meeting.ends_at)
    return and_(decided_before, or_(Decision.answered_at.is_(None), not_since))
