"""What hand-overs need from a member: for `people.queries.asks`, so in one statement with what other features ask."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, String, and_, bindparam, cast, exists, or_, select

from livingwell.careplans.models import ActorKind
from livingwell.core.clock import now, today
from livingwell.core.model import Instant
from livingwell.delivery.models import Delivery
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.identity.models import Account, Membership
from livingwell.journeys.models import (
    Destination,
    HandOver,
    HandOverAnswer,
    HandOverSending,
    HandOverStep,
    OnwardJourney,
)
from livingwell.journeys.models.hand_over_asking import DID_NOT_ARRIVE, RECEIVER_ANSWERED, STEP_LATE, TO_SEND
from livingwell.people.models import Episode
from livingwell.people.queries.arriving import is_for_member
from livingwell.people.queries.asks import ask
from livingwell.people.queries.reach import ANYBODY
from livingwell.people.queries.striking import is_struck

# Asked when the statement runs, so that one that was built once doesn't stay on the day when it was built.
_TODAY: ColumnElement[Any] = bindparam("hand_overs_today", callable_=today, type_=Date())
_NOW: ColumnElement[Any] = bindparam("hand_overs_now", callable_=now, type_=Instant())


def _late_steps() -> Select[Any]:
    """Steps of theirs whose day has gone by; and for the key worker, those whose worker has left or is none of ours."""
    is_theirs = HandOverStep.done_by_id == ANYBODY.account_id
    told = ask(
        STEP_LATE,
        person_id=HandOverStep.person_id,
        row_id=HandOverStep.id,
        place_id=HandOverStep.hand_over_id,
        since=HandOverStep.created_at,
        by=HandOverStep.done_by,
        words=Destination.name,
    )
    return _of_open_hand_overs(select(*told).select_from(HandOverStep), HandOverStep).where(
        HandOverStep.done_on.is_(None),
        HandOverStep.dropped_on.is_(None),
        HandOverStep.by_on < _TODAY,
        ~is_struck(HandOverStep),
        or_(is_theirs, and_(~_has_a_worker(), is_for_member(HandOverStep, HandOverStep.created_at))),
    )


def _to_send() -> Select[Any]:
    told = ask(
        TO_SEND,
        person_id=HandOverSending.person_id,
        row_id=HandOverSending.id,
        place_id=HandOverSending.hand_over_id,
        since=HandOverSending.agreed_at,
        by=HandOverSending.to_name,
        words=Destination.name,
    )
    return _of_live_sendings(select(*told)).where(
        HandOverSending.agreed_at.is_not(None),
        HandOverSending.sent_at.is_(None),
        is_for_member(HandOverSending, HandOverSending.agreed_at),
    )


def _did_not_arrive() -> Select[Any]:
    """The message waits for a person to decide, or its link ran out without an answer."""
    refused = exists().where(Delivery.message_id == HandOverSending.message_id, Delivery.state.in_(WAITS_FOR_PERSON))
    answered = exists().where(HandOverAnswer.sending_id == HandOverSending.id)
    told = ask(
        DID_NOT_ARRIVE,
        person_id=HandOverSending.person_id,
        row_id=HandOverSending.id,
        place_id=HandOverSending.hand_over_id,
        since=HandOverSending.sent_at,
        by=HandOverSending.to_name,
        words=Destination.name,
    )
    return _of_live_sendings(select(*told)).where(
        HandOverSending.sent_at.is_not(None),
        ~answered,
        or_(refused, HandOverSending.ends_at <= _NOW),
        is_for_member(HandOverSending, HandOverSending.sent_at),
    )


def _answers() -> Select[Any]:
    """Until somebody has dealt with it: also after support ended, for it is the person's way on."""
    told = ask(
        RECEIVER_ANSWERED,
        person_id=HandOverAnswer.person_id,
        row_id=HandOverAnswer.id,
        place_id=HandOverAnswer.hand_over_id,
        since=HandOverAnswer.created_at,
        by=cast(HandOverAnswer.kind, String) + ":" + Destination.name,
        words=HandOverAnswer.words,
    )
    return (
        select(*told)
        .join(HandOver, HandOver.id == HandOverAnswer.hand_over_id)
        .join(Destination, Destination.id == HandOver.destination_id)
        .where(
            HandOverAnswer.dealt_with_at.is_(None),
            HandOver.ended_on.is_(None),
            is_for_member(HandOverAnswer, HandOverAnswer.created_at),
        )
    )


def _of_live_sendings(found: Select[Any]) -> Select[Any]:
    return _of_open_hand_overs(found.select_from(HandOverSending), HandOverSending).where(
        HandOverSending.stopped_at.is_(None), HandOverSending.replaced_at.is_(None)
    )


def _of_open_hand_overs(found: Select[Any], row: Any) -> Select[Any]:
    """While the hand-over goes on, and so does support: nobody is asked about somebody whose support has ended."""
    return (
        found.join(HandOver, HandOver.id == row.hand_over_id)
        .join(Destination, Destination.id == HandOver.destination_id)
        .join(OnwardJourney, OnwardJourney.id == Destination.journey_id)
        .join(Episode, Episode.id == OnwardJourney.episode_id)
        .where(HandOver.ended_on.is_(None), Episode.ended_on.is_(None))
    )


def _has_a_worker() -> ColumnElement[bool]:
    """The condition on a step that it is a member's who can still do it."""
    return and_(
        HandOverStep.actor_kind == ActorKind.MEMBER,
        exists()
        .where(
            Account.id == HandOverStep.done_by_id,
            Account.deactivated_at.is_(None),
            Membership.account_id == Account.id,
            Membership.team_id == Episode.team_id,
            Membership.left_on.is_(None),
        )
        .correlate(HandOverStep, Episode),
    )


ASKS = (_late_steps(), _to_send(), _did_not_arrive(), _answers())
"""What hand-overs ask of a member, for `people.queries.asks`."""
