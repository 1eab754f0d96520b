"""Hand-overs, each loaded in full by a fixed number of statements."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import (
    Destination,
    HandOver,
    HandOverAnswer,
    HandOverSending,
    HandOverStep,
    OnwardJourney,
    hash_of_token,
)
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def hand_overs_of(journey_id: UUID) -> Sequence[HandOver]:
    """Every hand-over from this journey, the first first. Eight statements, however many there are."""
    mine = select(Destination.id).where(Destination.journey_id == journey_id)
    return db.session.scalars(_whole().where(HandOver.destination_id.in_(mine))).all()


def all_hand_overs_of(person_id: UUID) -> Sequence[HandOver]:
    """Every hand-over of the person's, from whichever journey. Eight statements."""
    return db.session.scalars(_whole().where(HandOver.person_id == person_id)).all()


def hand_over_of(person_id: UUID, hand_over_id: UUID) -> HandOver:
    """One of the person's. Raises NotFound for anybody else's."""
    return _one(_whole().where(HandOver.id == hand_over_id, HandOver.person_id == person_id))


def hand_over_for_change(person_id: UUID, hand_over_id: UUID) -> HandOver:
    """The same, read afresh and held so that one at a time changes it."""
    db.session.execute(select(HandOver.id).where(HandOver.id == hand_over_id).with_for_update())
    found = _whole().where(HandOver.id == hand_over_id, HandOver.person_id == person_id)
    return _one(found.execution_options(populate_existing=True))


def sending_with(token: str) -> HandOverSending:
    """What was sent with this link, whatever became of it. Raises NotFound for a link that was never made."""
    found = select(HandOverSending).where(HandOverSending.token_hash == hash_of_token(token))
    sending: HandOverSending | None = db.session.scalar(found.options(*_WITH_WHAT_CAME))
    if sending is None:
        raise NotFound
    return sending


def hand_over_to_answer(token: str) -> tuple[HandOver, HandOverSending]:
    """What was sent with this link, and its hand-over, held until the action ends. Raises NotFound as `sending_with`.

    Whatever changes a hand-over holds it, so of a yes and a stop that come together one is first.
    """
    sending = sending_with(token)
    hand_over = hand_over_for_change(sending.person_id, sending.hand_over_id)
    return hand_over, next(each for each in hand_over.sendings if each.id == sending.id)


def episode_of_hand_over(hand_over: HandOver) -> Episode:
    """The episode from which it leads onward, with its team."""
    found = (
        select(Episode)
        .join(OnwardJourney, OnwardJourney.episode_id == Episode.id)
        .join(Destination, Destination.journey_id == OnwardJourney.id)
        .where(Destination.id == hand_over.destination_id)
        .options(joinedload(Episode.team))
    )
    return db.session.scalars(found).one()


def destination_to_hand_over(person_id: UUID, destination_id: UUID) -> Destination:
    """One of the person's destinations, with what they said to it. Raises NotFound for anybody else's."""
    found = select(Destination).where(
        Destination.id == destination_id, Destination.person_id == person_id, ~is_struck(Destination)
    )
    destination: Destination | None = db.session.scalar(found.options(selectinload(Destination.choices)))
    if destination is None:
        raise NotFound
    return destination


def is_handed_over(destination_id: UUID) -> bool:
    """Whether a hand-over to it goes on."""
    open_one = select(HandOver.id).where(HandOver.destination_id == destination_id, HandOver.ended_on.is_(None))
    return db.session.scalar(open_one) is not None


def answer_to(person_id: UUID, answer_id: UUID) -> HandOverAnswer:
    """One answer of a receiver's about this person. Raises NotFound for anybody else's."""
    found = select(HandOverAnswer).where(HandOverAnswer.id == answer_id, HandOverAnswer.person_id == person_id)
    answer: HandOverAnswer | None = db.session.scalar(found)
    if answer is None:
        raise NotFound
    return answer


_WITH_WHAT_CAME = (joinedload(HandOverSending.answer), selectinload(HandOverSending.openings))


@cache
def _whole() -> Select[HandOver]:
    return (
        select(HandOver)
        .options(
            joinedload(HandOver.destination).options(
                joinedload(Destination.service), selectinload(Destination.choices)
            ),
            selectinload(HandOver.steps.and_(~is_struck(HandOverStep))),
            selectinload(HandOver.sendings).options(*_WITH_WHAT_CAME),
            selectinload(HandOver.answers),
        )
        .order_by(HandOver.created_at, HandOver.id)
    )


def _one(found: Select[HandOver]) -> HandOver:
    hand_over: HandOver | None = db.session.scalar(found)
    if hand_over is None:
        raise NotFound
    return hand_over
