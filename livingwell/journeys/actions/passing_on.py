"""What goes with a sending: its message, and the mark on each adjustment that it was shared."""

from uuid import UUID

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.commands import Happening
from livingwell.adjustments.models import EventKind
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel
from livingwell.extensions import db
from livingwell.journeys.actions.stepping import done_by_itself
from livingwell.journeys.hand_over_commands import Picked
from livingwell.journeys.models import HandOver, HandOverSending, HandOverStepKind
from livingwell.journeys.wording.asking_receiver import message_for
from livingwell.people.models import Person


def put_link_in_outbox(sending: HandOverSending, address: str, actor: Actor) -> UUID:
    """The e-mail with the link. It is of no use once the link has ended, so it does not go later than that."""
    subject, text = message_for(sending, address)
    message = put_in_outbox(
        Outgoing(
            channel=Channel.EMAIL,
            to_address=sending.to_email,
            subject=subject,
            text=text,
            about=sending.person_id,
            asked_by_id=actor.account_id,
            not_after=sending.ends_at,
        )
    )
    return message.id


def mark_as_shared(hand_over: HandOver, sending: HandOverSending, actor: Actor) -> None:
    """Each adjustment that it tells of was shared with the receiver today, and the step that says so is done."""
    told = Picked.from_json(sending.picked).adjustment_ids
    if not told:
        return
    person = db.session.get_one(Person, sending.person_id)
    for adjustment_id in told:
        note_happening(person, adjustment_id, Happening(EventKind.SHARED, today(), sending.to_name), actor)
    done_by_itself(hand_over, HandOverStepKind.ADJUSTMENTS_PASSED_ON, f"Sent to {sending.to_name}.")
