"""What of a hand-over waits: for the person, for a receiver who can read it now, or with the post."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from livingwell.core.clock import now
from livingwell.delivery.models import Delivery
from livingwell.extensions import db
from livingwell.journeys.models import Destination, HandOver, HandOverAnswer, HandOverAnswerKind, HandOverSending


def sendings_to_look_at(person_id: UUID) -> Sequence[HandOverSending]:
    """What was put together and waits for their yes, the first first. One statement."""
    found = _live(person_id).where(HandOverSending.agreed_at.is_(None))
    return db.session.scalars(found).unique().all()


def sendings_open_now(person_id: UUID) -> Sequence[HandOverSending]:
    """What receivers can open at this moment. One statement."""
    found = _live(person_id).where(HandOverSending.ends_at > now())
    return [each for each in db.session.scalars(found).unique() if each.answer is None]


def answers_to_read(person_id: UUID) -> Sequence[tuple[HandOverAnswer, str]]:
    """A yes or a no that the person has not said they read, each with where it came from. One statement."""
    found = (
        select(HandOverAnswer, Destination.name)
        .join(HandOver, HandOver.id == HandOverAnswer.hand_over_id)
        .join(Destination, Destination.id == HandOver.destination_id)
        .where(
            HandOverAnswer.person_id == person_id,
            HandOverAnswer.seen_at.is_(None),
            HandOverAnswer.told_how.is_(None),
            HandOverAnswer.kind != HandOverAnswerKind.ASKED,
        )
        .order_by(HandOverAnswer.created_at, HandOverAnswer.id)
    )
    return [(answer, name) for answer, name in db.session.execute(found)]


def deliveries_of(hand_over: HandOver) -> Mapping[UUID, Delivery]:
    """Where each of its e-mails stands, by the message's id. One statement."""
    ids = [each.message_id for each in hand_over.sendings if each.message_id]
    found = db.session.scalars(select(Delivery).where(Delivery.message_id.in_(ids)))
    return {each.message_id: each for each in found}


def _live(person_id: UUID) -> Select[HandOverSending]:
    return (
        select(HandOverSending)
        .join(HandOver, HandOver.id == HandOverSending.hand_over_id)
        .where(
            HandOverSending.person_id == person_id,
            HandOverSending.stopped_at.is_(None),
            HandOverSending.replaced_at.is_(None),
            HandOver.ended_on.is_(None),
        )
        .options(joinedload(HandOverSending.answer))
        .order_by(HandOverSending.created_at, HandOverSending.id)
    )
