"""The person's own discussions, as far as they know of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.core.clock import now
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    AgendaRequest,
    AgreedAdjustment,
    CaseDiscussion,
    Closing,
    Meeting,
    NoChange,
    OwnDiscussion,
    PersonLine,
    TakingPart,
    Telling,
    TellingAnswer,
    TellingRelease,
)
from livingwell.discussions.queries.meetings import LONGEST_OVERRUN
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def own_discussions(person_id: UUID) -> Sequence[OwnDiscussion]:
    """Every discussion that the person knows of, by any team, the newest first. One statement.

    One that was taken off an agenda is there until that meeting is over, so that nobody waits for it.
    """
    rows = db.session.execute(_own(person_id).order_by(Meeting.starts_at.desc(), CaseDiscussion.id))
    return [_as_own(*row) for row in rows]


def own_discussion(person_id: UUID, discussion_id: UUID) -> OwnDiscussion:
    """One of them. Raises NotFound alike for one about somebody else, and for one that they don't know of."""
    row = db.session.execute(_own(person_id).where(CaseDiscussion.id == discussion_id)).one_or_none()
    if row is None:
        raise NotFound
    return _as_own(*row)


def own_requests(person_id: UUID, account_id: UUID | None) -> Sequence[AgendaRequest]:
    """What the person asked the teams to talk about and they have not taken up yet, the oldest first."""
    return db.session.scalars(
        select(AgendaRequest)
        .where(
            AgendaRequest.person_id == person_id,
            AgendaRequest.written_by_id == account_id,
            AgendaRequest.met_at.is_(None),
            ~is_struck(AgendaRequest),
        )
        .order_by(AgendaRequest.created_at, AgendaRequest.id)
    ).all()


def own_teams(person_id: UUID) -> Sequence[Team]:
    """The teams that support the person now, by name."""
    supports = exists().where(
        Episode.person_id == person_id, Episode.team_id == Team.id, Episode.ended_on.is_(None), ~is_struck(Episode)
    )
    return db.session.scalars(select(Team).where(supports).order_by(Team.name, Team.id)).all()


def own_team(person_id: UUID, team_id: UUID) -> Team:
    """One of them. Raises NotFound for any other team."""
    found = next((team for team in own_teams(person_id) if team.id == team_id), None)
    if found is None:
        raise NotFound
    return found


def agreed_in(discussion_id: UUID) -> Sequence[str]:
    """What the discussion agreed that the team does otherwise for the person."""
    return db.session.scalars(
        select(ReasonableAdjustment.what)
        .join(AgreedAdjustment, AgreedAdjustment.adjustment_id == ReasonableAdjustment.id)
        .where(AgreedAdjustment.case_discussion_id == discussion_id, ~is_struck(ReasonableAdjustment))
        .order_by(ReasonableAdjustment.position, ReasonableAdjustment.id)
    ).all()


def no_change_in(discussion_id: UUID) -> NoChange | None:
    """Why nothing changes, where that is what the discussion came to."""
    return db.session.scalar(select(NoChange).where(NoChange.discussion_id == discussion_id, ~is_struck(NoChange)))


def may_read(telling: Any = Telling) -> ColumnElement[bool]:
    """The condition that lets the person read what we tell them: the discussion is closed, and they were told, or a
    member lets them read it first."""
    released = exists().where(TellingRelease.telling_id == telling.id, TellingRelease.withdrawn_at.is_(None))
    closing = aliased(Closing)
    closed = exists().where(closing.discussion_id == telling.discussion_id)
    return and_(closed, or_(telling.told_at.is_not(None), released))


def _has_said() -> ColumnElement[bool]:
    """There are words of theirs to the discussion, or they said how they take part."""
    spoke = exists().where(
        PersonLine.discussion_id == CaseDiscussion.id, PersonLine.not_asked_because == "", ~is_struck(PersonLine)
    )
    return or_(spoke, exists().where(TakingPart.discussion_id == CaseDiscussion.id))


def _is_news() -> ColumnElement[bool]:
    """The meeting is still to come, and the person was not put on it again."""
    again = aliased(CaseDiscussion)
    is_on = exists().where(
        again.meeting_id == CaseDiscussion.meeting_id,
        again.person_id == CaseDiscussion.person_id,
        again.taken_off_at.is_(None),
    )
    return and_(Meeting.ended_at.is_(None), Meeting.ends_at > now() - LONGEST_OVERRUN, ~is_on)


def _own(person_id: UUID) -> Select[CaseDiscussion, Closing, Telling, bool, TellingAnswer, bool]:
    later = aliased(TellingAnswer)
    last = select(func.max(later.number)).where(later.telling_id == Telling.id).correlate(Telling).scalar_subquery()
    is_readable, has_said = may_read(), _has_said()
    return (
        select(
            CaseDiscussion,
            Closing,
            Telling,
            is_readable.label("is_readable"),
            TellingAnswer,
            has_said.label("has_said"),
        )
        .join(CaseDiscussion.meeting)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .outerjoin(Telling, (Telling.discussion_id == CaseDiscussion.id) & ~is_struck(Telling))
        .outerjoin(TellingAnswer, (TellingAnswer.telling_id == Telling.id) & (TellingAnswer.number == last))
        .where(
            CaseDiscussion.person_id == person_id,
            or_(CaseDiscussion.taken_off_at.is_(None), _is_news()),
            or_(CaseDiscussion.is_person_told, has_said, is_readable),
        )
        .options(
            contains_eager(CaseDiscussion.meeting).options(joinedload(Meeting.team), joinedload(Meeting.chair)),
            joinedload(CaseDiscussion.person),
            joinedload(Telling.teller),
            joinedload(Telling.written_by),
            joinedload(Telling.told_by),
        )
    )


def _as_own(
    discussion: CaseDiscussion,
    closing: Closing | None,
    telling: Telling | None,
    is_readable: bool,
    answer: TellingAnswer | None,
    has_said: bool,
) -> OwnDiscussion:
    return OwnDiscussion(
        discussion=discussion,
        closing=closing,
        promised=telling if closing else None,
        telling=telling if is_readable else None,
        answer=answer if is_readable else None,
        has_said=has_said,
        is_over=_is_over(discussion.meeting, now()),
    )


def _is_over(meeting: Meeting, at: datetime) -> bool:
    return meeting.ended_at is not None or meeting.ends_at <= at - LONGEST_OVERRUN
