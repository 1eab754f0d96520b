"""What a discussion's screen opens with: its place on the agenda, and the few rows that hang on it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.core.actor import Actor
from livingwell.core.errors import NotFound
from livingwell.discussions.models import (
    AgreedAdjustment,
    CaseDiscussion,
    Closing,
    LivedExperienceAbsence,
    Meeting,
    NoChange,
    PersonLine,
    TakingPart,
    Telling,
    TellingAnswer,
    TellingRelease,
    Wishes,
)
from livingwell.discussions.queries.lines import still_said
from livingwell.discussions.queries.taking_part import latest_wish
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach
from livingwell.people.queries.striking import is_struck


@dataclass(frozen=True)
class Head:
    """The discussion, its place on the agenda, and each thing that it has at most one of."""

    discussion: CaseDiscussion
    number: int
    count: int
    absence: LivedExperienceAbsence | None
    no_change: NoChange | None
    closing: Closing | None
    telling: Telling | None
    meeting_before_at: datetime | None
    wishes: Wishes
    answer: TellingAnswer | None
    may_read_first: bool


@dataclass(frozen=True)
class Opening:
    """The head, and the few rows that hang on the discussion itself: the person's lines, those that they changed or
    took back since, and adjustments agreed."""

    head: Head
    lines: tuple[PersonLine, ...]
    taken_back: tuple[PersonLine, ...]
    agreed: tuple[ReasonableAdjustment, ...]


def opening_of(actor: Actor, person_id: UUID, discussion_id: UUID) -> Opening:
    """The discussion with its meeting, each thing that it has at most one of, and those it has a few of.

    One statement, with a row for each line and adjustment.
    """
    named = {"discussion_id": discussion_id, "person_id": person_id, **reach_of(actor)}
    rows = db.session.execute(_head(), named).all()
    if not rows:
        raise NotFound
    said = {row.PersonLine: row.is_taken_back for row in rows if row.PersonLine is not None}
    agreed = dict.fromkeys(row.ReasonableAdjustment for row in rows if row.ReasonableAdjustment is not None)
    return Opening(
        head=_head_of(rows[0]),
        lines=tuple(line for line, is_taken_back in said.items() if not is_taken_back),
        taken_back=tuple(line for line, is_taken_back in said.items() if is_taken_back),
        agreed=tuple(agreed),
    )


def _head_of(row: Any) -> Head:
    """What stands at the head of each row of the statement."""
    return Head(
        discussion=row.CaseDiscussion,
        number=row.number,
        count=row.count_of,
        absence=row.LivedExperienceAbsence,
        no_change=row.NoChange,
        closing=row.Closing,
        telling=row.Telling,
        meeting_before_at=row.meeting_before_at,
        wishes=Wishes(row.who_there, row.way),
        answer=row.TellingAnswer,
        may_read_first=row.may_read_first,
    )


# Put together once: that takes longer than to run it.


@cache
def _head() -> Select[Any]:
    who_there, way = aliased(TakingPart, name="who_there"), aliased(TakingPart, name="way")
    return (
        select(
            CaseDiscussion,
            _places(is_before=True).label("number"),
            _places(is_before=False).label("count_of"),
            LivedExperienceAbsence,
            NoChange,
            Closing,
            Telling,
            _meeting_before_at().label("meeting_before_at"),
            who_there,
            way,
            TellingAnswer,
            _is_released().label("may_read_first"),
            PersonLine,
            (~still_said()).label("is_taken_back"),
            ReasonableAdjustment,
        )
        .join(CaseDiscussion.meeting)
        .outerjoin(LivedExperienceAbsence, LivedExperienceAbsence.discussion_id == CaseDiscussion.id)
        .outerjoin(NoChange, NoChange.discussion_id == CaseDiscussion.id)
        .outerjoin(Closing, Closing.discussion_id == CaseDiscussion.id)
        .outerjoin(Telling, Telling.discussion_id == CaseDiscussion.id)
        .outerjoin(who_there, who_there.id == latest_wish(is_way=False))
        .outerjoin(way, way.id == latest_wish(is_way=True))
        .outerjoin(TellingAnswer, TellingAnswer.id == _latest_answer())
        .outerjoin(PersonLine, (PersonLine.discussion_id == CaseDiscussion.id) & ~is_struck(PersonLine))
        .outerjoin(AgreedAdjustment, AgreedAdjustment.case_discussion_id == CaseDiscussion.id)
        .outerjoin(
            ReasonableAdjustment,
            (ReasonableAdjustment.id == AgreedAdjustment.adjustment_id) & ~is_struck(ReasonableAdjustment),
        )
        .where(
            CaseDiscussion.id == bindparam("discussion_id"),
            CaseDiscussion.person_id == bindparam("person_id"),
            Meeting.team_id.in_(ANYBODY.team_ids),
        )
        .options(
            contains_eager(CaseDiscussion.meeting).options(joinedload(Meeting.chair), joinedload(Meeting.team)),
            joinedload(CaseDiscussion.brought_by),
            joinedload(CaseDiscussion.person),
            joinedload(LivedExperienceAbsence.said_by),
            joinedload(NoChange.said_by),
            joinedload(Closing.closed_by),
            joinedload(Telling.teller),
            joinedload(Telling.written_by),
            joinedload(Telling.told_by),
            joinedload(PersonLine.brought_by),
        )
        .order_by(PersonLine.created_at, PersonLine.id, ReasonableAdjustment.position, ReasonableAdjustment.id)
    )


def _latest_answer() -> ScalarSelect[UUID]:
    """The last that the person said to what we told them."""
    answer = aliased(TellingAnswer)
    return (
        select(answer.id)
        .where(answer.telling_id == Telling.id)
        .order_by(answer.number.desc())
        .limit(1)
        .correlate(Telling)
        .scalar_subquery()
    )


def _is_released() -> ColumnElement[bool]:
    """Whether the person may read what we tell them before anybody has told them."""
    released = exists().where(TellingRelease.telling_id == Telling.id, TellingRelease.withdrawn_at.is_(None))
    return released.correlate(Telling)


def _meeting_before_at() -> ScalarSelect[Any]:
    """When the team's meeting before this one was over."""
    other = aliased(Meeting)
    return (
        select(func.max(func.coalesce(other.ended_at, other.ends_at)))
        .where(other.team_id == Meeting.team_id, other.starts_at < Meeting.starts_at, other.started_at.is_not(None))
        .correlate(Meeting)
        .scalar_subquery()
    )


def _places(*, is_before: bool) -> ScalarSelect[int]:
    """How many people within reach are on the agenda; or how many up to this one."""
    other = aliased(CaseDiscussion)
    counted = (
        select(func.count())
        .select_from(other)
        .join(Person, Person.id == other.person_id)
        .where(other.meeting_id == CaseDiscussion.meeting_id, other.taken_off_at.is_(None), within_reach(ANYBODY))
    )
    if is_before:
        counted = counted.where(other.position <= CaseDiscussion.position)
    return counted.correlate(CaseDiscussion).scalar_subquery()
