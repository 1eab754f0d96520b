"""One discussion, and the facts that its rules ask about."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    CaseDiscussion,
    Closing,
    Contribution,
    Decision,
    LivedExperienceAbsence,
    Meeting,
    NoChange,
    PersonLine,
    Perspective,
    Readiness,
    TakingPart,
    Telling,
)
from livingwell.extensions import db
from livingwell.people.queries.striking import is_struck


def discussion(actor: Actor, person_id: UUID, discussion_id: UUID) -> CaseDiscussion:
    """A discussion about the person in one of the actor's teams, with its meeting. Raises NotFound for any other."""
    found = db.session.scalar(
        select(CaseDiscussion)
        .join(CaseDiscussion.meeting)
        .where(
            CaseDiscussion.id == discussion_id,
            CaseDiscussion.person_id == person_id,
            Meeting.team_id.in_(sorted(actor.team_ids)),
        )
        .options(
            contains_eager(CaseDiscussion.meeting).joinedload(Meeting.chair),
            joinedload(CaseDiscussion.brought_by),
            joinedload(CaseDiscussion.person),
        )
    )
    if found is None:
        raise NotFound
    return found


def has_closing(discussion_id: UUID) -> bool:
    """Whether the discussion was closed."""
    return bool(db.session.scalar(select(exists().where(Closing.discussion_id == discussion_id))))


def telling_of(discussion_id: UUID) -> Telling | None:
    """What we'll tell the person about the discussion, once somebody has written it."""
    return db.session.scalar(
        select(Telling)
        .where(Telling.discussion_id == discussion_id)
        .options(joinedload(Telling.teller), joinedload(Telling.written_by), joinedload(Telling.told_by))
    )


def readiness(discussion_id: UUID) -> Readiness:
    """What the discussion holds, as far as closing it asks; what was struck out doesn't count. One statement."""
    lived = Contribution.perspective == Perspective.LIVED_EXPERIENCE
    row = db.session.execute(
        select(
            select(func.count()).where(_in(Decision, discussion_id)).scalar_subquery(),
            exists().where(_in(NoChange, discussion_id)),
            or_(
                exists().where(_in(PersonLine, discussion_id)),
                exists().where(TakingPart.discussion_id == discussion_id),
            ),
            exists().where(_in(Contribution, discussion_id), lived),
            exists().where(_in(LivedExperienceAbsence, discussion_id)),
        )
    ).one()
    return Readiness(
        decisions=row[0],
        has_no_change=row[1],
        has_line=row[2],
        has_lived_experience=row[3],
        has_reason_for_absence=row[4],
    )


def _in(model: Any, discussion_id: UUID) -> ColumnElement[bool]:
    return and_(model.discussion_id == discussion_id, ~is_struck(model))
