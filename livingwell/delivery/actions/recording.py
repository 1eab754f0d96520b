"""What came of handing a message over."""

from datetime import datetime
from uuid import UUID

from livingwell.audit import record
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.delivery.actions.noting import THE_WORKER, note_step
from livingwell.delivery.actions.outages import note_down, note_up
from livingwell.delivery.actions.outbox import put_in_outbox
from livingwell.delivery.carriers.outcome import Outcome, Verdict
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message
from livingwell.delivery.pace import BEFORE_FIRST_QUESTION, next_question, next_try
from livingwell.delivery.queries.deciding import locked_message
from livingwell.delivery.queries.messages import message_in_full

_OPEN = (DeliveryState.HANDING_OVER, DeliveryState.UNSURE)
_WENT_AFTER_ALL = (*_OPEN, DeliveryState.WAITING, DeliveryState.FAILING)


@atomic()
def record_outcome(message_id: UUID, try_number: int, outcome: Outcome) -> None:
    """Keep what happened at that try.

    A worker that was slow finds perhaps that the message was marked unsure meanwhile, or that somebody had it sent
    again: that it went is kept as long as no other try has begun, anything else only while nobody has decided.
    """
    message = locked_message(message_id)
    delivery = message.delivery
    still_open = _WENT_AFTER_ALL if outcome.verdict is Verdict.ACCEPTED else _OPEN
    if delivery.tries != try_number or delivery.state not in still_open:
        return
    _note_channel(delivery.channel, outcome)
    _apply(delivery, outcome)
    note_step(delivery)
    if delivery.state is DeliveryState.REFUSED and delivery.channel is Channel.LETTER:
        print_instead(message_id)


def _note_channel(channel: Channel, outcome: Outcome) -> None:
    if outcome.verdict is Verdict.DOWN or outcome.is_channel_down:
        note_down(channel, outcome.said)
    elif outcome.verdict is not Verdict.UNSURE:
        note_up(channel)


def _apply(delivery: Delivery, outcome: Outcome) -> None:
    match outcome.verdict:
        case Verdict.ACCEPTED:
            delivery.hand_over(outcome.provider_id, _first_question(delivery.channel))
        case Verdict.KEPT:
            delivery.move(DeliveryState.KEPT, said=outcome.said, what_to_do=outcome.what_to_do)
        case Verdict.REFUSED:
            delivery.move(DeliveryState.REFUSED, said=outcome.said, what_to_do=outcome.what_to_do)
        case Verdict.PUT_OFF:
            delivery.wait_until(next_try(delivery.tries), state=DeliveryState.FAILING, said=outcome.said)
        case Verdict.DOWN:
            # Behind the others, so that a message which itself breaks the channel holds none of them up.
            delivery.wait_until(now(), said=outcome.said)
        case Verdict.UNSURE if delivery.state is DeliveryState.HANDING_OVER:
            delivery.move(DeliveryState.UNSURE, due_at=_first_question_if_unsure(delivery.channel), said=outcome.said)


def _first_question(channel: Channel) -> datetime | None:
    """When to ask what became of what was handed over. A mail server can't be asked."""
    return None if channel is Channel.EMAIL else next_question(now())


def _first_question_if_unsure(channel: Channel) -> datetime | None:
    return None if channel is Channel.EMAIL else now() + BEFORE_FIRST_QUESTION


@atomic()
def print_instead(message_id: UUID) -> None:
    """A letter that can't go out by itself goes to the print queue; the packages above may lay it out anew."""
    letter = message_in_full(message_id)
    if letter.delivery.withdrawn_at:
        return
    if above.print_instead:
        above.print_instead(letter)
    else:
        print_as_it_is(letter)


@atomic()
def print_as_it_is(letter: Message) -> None:
    """The same pages, for a member to print and post."""
    put_in_outbox(
        Outgoing(
            channel=Channel.PRINT,
            address_lines=tuple(letter.address_lines),
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            pdf=letter.pdf,
            about=letter.about,
            asked_by_id=letter.asked_by_id,
            wants_reply=letter.wants_reply,
            in_place_of_id=letter.id,
        )
    )
    record("print_instead", THE_WORKER, letter.about)
