"""What the record shows of how ready an ending is: as many statements for a long record as for a short one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import aliased

from livingwell.adjustments.models import AdjustmentEvent, EventKind, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.careplans.models import CarePlan, Goal, Rating
from livingwell.core.clock import in_london, london_instant, now, today
from livingwell.discussions.models import CaseDiscussion, Contribution, Meeting, Perspective
from livingwell.extensions import db
from livingwell.journeys.models import (
    Destination,
    DestinationChoice,
    HandOver,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverStep,
    HandOverStepKind,
    OnwardJourney,
    ReadyAnswer,
    StayingWellPlan,
)
from livingwell.journeys.models.readiness import Onward, Readiness, Signs
from livingwell.journeys.queries.papers import carers_told, papers_of
from livingwell.journeys.queries.ways_back import way_back_of
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck

RATED_WITHIN = timedelta(days=28)
"""A goal is reviewed at the end where it was rated so lately. Our own choice: no standard was found."""


def readiness_of(episode: Episode, answer: ReadyAnswer | None) -> Readiness:
    """How ready the end of this episode is. At most fourteen statements."""
    return Readiness(
        signs=_signs(episode),
        onward=_onward(episode.id),
        papers=papers_of(episode.id),
        carers=carers_told(episode.id),
        way_back=way_back_of(episode.id),
        answer=answer,
    )


def _signs(episode: Episode) -> Signs:
    row = db.session.execute(_counted(episode)).one()
    return Signs(
        goals=row.goals,
        rated=row.rated,
        adjustments=row.adjustments,
        shared=row.shared,
        passed_on=row.passed_on,
        staying_well=row.staying_well,
        staying_well_agreed_on=row.staying_well_agreed_on,
        viewed_on=_day(row.viewed_at),
        next_on=_day(row.next_at),
    )


def _day(instant: Any) -> date | None:
    return in_london(instant).date() if instant else None


def _counted(episode: Episode) -> Select[Any]:
    counts = {**_goals(episode.person_id), **_adjustments(episode), **_staying_well(episode.person_id)}
    counts |= _discussed(episode)
    return select(*(found.scalar_subquery().label(name) for name, found in counts.items()))


def _goals(person_id: UUID) -> dict[str, Select[Any]]:
    """Goals that are rated, in the plan as it stands; and those rated lately."""
    goals = (
        select(func.count())
        .select_from(Goal)
        .join(CarePlan, CarePlan.id == Goal.plan_id)
        .where(
            Goal.person_id == person_id, Goal.rated_place.is_not(None), CarePlan.ended_on.is_(None), ~is_struck(Goal)
        )
    )
    lately = exists().where(Rating.goal_id == Goal.id, Rating.rated_on >= today() - RATED_WITHIN, ~is_struck(Rating))
    return {"goals": goals, "rated": goals.where(lately.correlate(Goal))}


def _adjustments(episode: Episode) -> dict[str, Select[Any]]:
    """Adjustments that may be shared; those shared in this episode; and hand-overs that passed them on."""
    mine = (
        select(func.count())
        .select_from(ReasonableAdjustment)
        .where(ReasonableAdjustment.person_id == episode.person_id, is_to_be_met(), _may_be_shared())
    )
    shared = exists().where(
        AdjustmentEvent.adjustment_id == ReasonableAdjustment.id,
        AdjustmentEvent.kind == EventKind.SHARED,
        AdjustmentEvent.happened_on >= episode.referred_on,
    )
    return {
        "adjustments": mine,
        "shared": mine.where(shared.correlate(ReasonableAdjustment)),
        "passed_on": _passed_on(episode.id),
    }


def _may_be_shared() -> ColumnElement[bool]:
    """The condition on ReasonableAdjustment that the person does not object to its being shared, as they said last."""
    event = aliased(AdjustmentEvent)
    last = (
        select(event.kind)
        .where(
            event.adjustment_id == ReasonableAdjustment.id,
            event.kind.in_((EventKind.OBJECTED, EventKind.NO_LONGER_OBJECTS)),
        )
        .order_by(event.happened_on.desc(), event.created_at.desc())
        .limit(1)
        .correlate(ReasonableAdjustment)
        .scalar_subquery()
    )
    return func.coalesce(last, EventKind.NO_LONGER_OBJECTS.value) != EventKind.OBJECTED.value


def _passed_on(episode_id: UUID) -> Select[Any]:
    return (
        select(func.count(HandOverStep.hand_over_id.distinct()))
        .join(HandOver, HandOver.id == HandOverStep.hand_over_id)
        .join(Destination, Destination.id == HandOver.destination_id)
        .join(OnwardJourney, OnwardJourney.id == Destination.journey_id)
        .where(
            OnwardJourney.episode_id == episode_id,
            HandOverStep.kind == HandOverStepKind.ADJUSTMENTS_PASSED_ON,
            HandOverStep.done_on.is_not(None),
        )
    )


def _staying_well(person_id: UUID) -> dict[str, Select[Any]]:
    """The newest version of the plan, and the day on which the person said that it is theirs."""
    mine = select(StayingWellPlan).where(StayingWellPlan.person_id == person_id)
    newest = mine.order_by(StayingWellPlan.number.desc()).limit(1)
    return {
        "staying_well": select(func.count()).where(StayingWellPlan.person_id == person_id),
        "staying_well_agreed_on": newest.with_only_columns(StayingWellPlan.agreed_on),
    }


def _discussed(episode: Episode) -> dict[str, Select[Any]]:
    """The last lived-experience view in this episode, and the next meeting with the person on its agenda."""
    viewed = select(func.max(Contribution.created_at)).where(
        Contribution.person_id == episode.person_id,
        Contribution.perspective == Perspective.LIVED_EXPERIENCE,
        Contribution.created_at >= london_instant(episode.referred_on, 0),
        ~is_struck(Contribution),
    )
    coming = (
        select(func.min(Meeting.starts_at))
        .join(CaseDiscussion, CaseDiscussion.meeting_id == Meeting.id)
        .where(
            CaseDiscussion.person_id == episode.person_id,
            CaseDiscussion.taken_off_at.is_(None),
            Meeting.team_id == episode.team_id,
            Meeting.ended_at.is_(None),
            Meeting.ends_at > now(),
        )
    )
    return {"viewed_at": viewed, "next_at": coming}


def _onward(episode_id: UUID) -> Sequence[Onward]:
    """What is looked at for after, as the person would like it most. One statement."""
    last, answer = aliased(DestinationChoice), aliased(HandOverAnswer)
    rows = db.session.execute(
        select(Destination.name, last.said, last.is_persons, HandOver.id, answer.kind)
        .join(OnwardJourney, OnwardJourney.id == Destination.journey_id)
        .outerjoin(last, and_(last.destination_id == Destination.id, _is_last_choice(last)))
        .outerjoin(HandOver, and_(HandOver.destination_id == Destination.id, HandOver.ended_on.is_(None)))
        .outerjoin(answer, and_(answer.hand_over_id == HandOver.id, _is_last_answer(answer)))
        .where(OnwardJourney.episode_id == episode_id, Destination.dropped_at.is_(None), ~is_struck(Destination))
        .order_by(Destination.preference.is_(None), Destination.preference, Destination.created_at)
    )
    return [
        Onward(name, said, bool(is_persons), hand_over is not None, kind)
        for name, said, is_persons, hand_over, kind in rows
    ]


def _is_last_choice(choice: Any) -> ColumnElement[bool]:
    later = aliased(DestinationChoice)
    return ~exists().where(later.destination_id == choice.destination_id, later.number > choice.number)


def _is_last_answer(answer: Any) -> ColumnElement[bool]:
    """The last that the receiver answered, other than a question."""
    later = aliased(HandOverAnswer)
    is_later = exists().where(
        later.hand_over_id == answer.hand_over_id,
        later.kind != HandOverAnswerKind.ASKED,
        later.created_at > answer.created_at,
    )
    return and_(answer.kind != HandOverAnswerKind.ASKED, ~is_later)
