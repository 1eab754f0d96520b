"""Beginning a hand-over, ending it, and the one way to change one: checked, held, open, and recorded."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, NotFound
from livingwell.core.text import clean, require_words
from livingwell.delivery.actions import withdraw_message
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.models import Choice, Destination, HandOver, HandOverSending, HandOverStep
from livingwell.journeys.queries.hand_overs import destination_to_hand_over, hand_over_for_change, is_handed_over
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person

Allow = Callable[[Actor, UUID], Person]

ALREADY = "There is a hand-over to this already. Go on with that one."


@contextmanager
def changing(
    verb: str, person_id: UUID, hand_over_id: UUID, actor: Actor, allow: Allow = policy.require_change
) -> Iterator[HandOver]:
    """The hand-over, fresh and held, to be changed in the block.

    Raises Forbidden, NotFound out of reach or for another person's, and Conflict once it has ended.
    """
    with atomic():
        allow(actor, person_id)
        hand_over = hand_over_for_change(person_id, hand_over_id)
        hand_over.require_open()
        yield hand_over
        record(verb, actor, person_id)


@atomic()
def start_hand_over(person_id: UUID, destination_id: UUID, actor: Actor) -> HandOver:
    """Begin the way to a destination that the person chose. Its steps are planned with them, one by one.

    Raises Conflict where they have not chosen it, or have thought better of it, and where there is one already.
    """
    policy.require_change(actor, person_id)
    hold_person(person_id)
    destination = destination_to_hand_over(person_id, destination_id)
    require_chosen(destination)
    if is_handed_over(destination.id):
        raise Conflict(ALREADY)
    hand_over = HandOver(
        person_id=person_id, destination_id=destination.id, started_on=today(), steps=[], sendings=[], answers=[]
    )
    hand_over.sign(actor)
    db.session.add(hand_over)
    record("start_hand_over", actor, person_id)
    return hand_over


@atomic()
def end_hand_over(person_id: UUID, hand_over_id: UUID, why: str, actor: Actor) -> None:
    """Let it go, with why. What was sent opens no more. Raises Invalid without a reason."""
    why = require_words(clean(why), "why", "Say why it ends")
    with changing("end_hand_over", person_id, hand_over_id, actor) as hand_over:
        hand_over.ended_on, hand_over.ended_why = today(), why
        for sending in hand_over.sendings:
            if sending.state.is_live:
                stop(sending, why, actor)


def require_chosen(destination: Destination) -> None:
    """Raise Conflict unless the person's last word to it is that they choose it."""
    if destination.dropped_at is not None or destination.stands is not Choice.CHOSEN:
        raise Conflict("The person has not chosen this, or has thought again. Talk about it with them first.")


def stop(sending: HandOverSending, why: str, actor: Actor) -> None:
    """Nothing opens by its link from now on, and a message that has not gone never goes: for an action that records."""
    sending.stopped_at, sending.stopped_by, sending.stopped_why = now(), actor.name, why
    take_back_message(sending, why, actor)


def replace(sending: HandOverSending, actor: Actor) -> None:
    """A newer one goes in its place: for an action that records."""
    sending.replaced_at = now()
    take_back_message(sending, "A newer link goes instead.", actor)


def take_back_message(sending: HandOverSending, why: str, actor: Actor) -> None:
    """Keep its message from going, where it has not gone."""
    if sending.message_id is not None:
        withdraw_message(sending.message_id, why or "It was stopped.", actor)


def sending_in(hand_over: HandOver, sending_id: UUID) -> HandOverSending:
    """One of its sendings. Raises NotFound for another's."""
    found = next((each for each in hand_over.sendings if each.id == sending_id), None)
    if found is None:
        raise NotFound
    return found


def step_in(hand_over: HandOver, step_id: UUID) -> HandOverStep:
    """One of its steps. Raises NotFound for another's."""
    found = hand_over.step(step_id)
    if found is None:
        raise NotFound
    return found
