"""What the receiver reads: put together, shown to the person, agreed, sent, sent again, and stopped."""

import secrets
from datetime import timedelta
from uuid import UUID

from livingwell.careplans.models import HowSaid
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.contact import is_email
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.actions.handing_over import changing, replace, require_chosen, sending_in, stop
from livingwell.journeys.actions.passing_on import mark_as_shared, put_link_in_outbox
from livingwell.journeys.hand_over_commands import AddressOf, ComposeSending, Picked
from livingwell.journeys.models import HandOver, HandOverSending, SendingState, hash_of_token
from livingwell.journeys.queries.hand_over_facts import facts_for
from livingwell.journeys.wording.telling import telling
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.queries.deaths import death_of

CHANGED = "Something in it has changed since it was put together. Put it together again, and ask once more."


@atomic()
def compose_sending(person_id: UUID, hand_over_id: UUID, command: ComposeSending, actor: Actor) -> HandOverSending:
    """Put together what the receiver would read, for the person to see. One that has not gone is replaced by it.

    Raises Invalid where it isn't said to whom it goes, or whom they can call.
    """
    to_name = require_words(clean(command.to_name), "to_name", "Say to whom it goes")
    call_us = require_words(clean(command.call_us), "call_us", "Say whom they can call or write to")
    if command.to_email and not is_email(command.to_email):
        raise Invalid({"to_email": "This is not an e-mail address. Write it as name@example.com."})
    with changing("compose_hand_over", person_id, hand_over_id, actor) as hand_over:
        require_chosen(hand_over.destination)
        facts = facts_for(hand_over)
        sending = HandOverSending(
            person_id=person_id,
            hand_over_id=hand_over.id,
            to_name=to_name,
            to_email=command.to_email,
            from_team=facts.team,
            call_us=call_us,
            text=telling(facts, command.picked),
            picked=command.picked.to_json(),
            answer=None,
            openings=[],
        )
        sending.sign(actor)
        for each in hand_over.sendings:
            if each.state in (SendingState.WAITS_FOR_YES, SendingState.READY):
                replace(each, actor)
        hand_over.sendings.append(sending)
        db.session.flush()
        return sending


@atomic()
def agree_sending(person_id: UUID, hand_over_id: UUID, sending_id: UUID, how: HowSaid, actor: Actor) -> None:
    """The person has seen it and says yes: on their own page, or to a member.

    Raises Conflict where it waits for no yes any more, or says what is no longer so.
    """
    with changing("agree_hand_over", person_id, hand_over_id, actor, policy.require_part) as hand_over:
        sending = sending_in(hand_over, sending_id)
        sending.require(SendingState.WAITS_FOR_YES)
        require_still_so(hand_over, sending)
        is_own = actor.side is Side.PERSON
        sending.agreed_at, sending.agreed_how = now(), HowSaid.ON_THIS_SCREEN if is_own else how
        note_arrival(person_id, "hand_over.yes", sending.to_name, actor, sending.id)


@atomic()
def stop_sending(person_id: UUID, hand_over_id: UUID, sending_id: UUID, why: str, actor: Actor) -> None:
    """The person does not want it, or does not want it so: before it goes or after. Its link opens nothing now.

    Twice is once. What was answered already stands as it was said.
    """
    with changing("stop_hand_over_sending", person_id, hand_over_id, actor, policy.require_part) as hand_over:
        sending = sending_in(hand_over, sending_id)
        if sending.state is SendingState.ANSWERED:
            raise Conflict("They have answered already. Talk to your team about what you want now.")
        if sending.stopped_at is None:
            stop(sending, clean(why), actor)
            note_arrival(person_id, "hand_over.stop", clean(why), actor, sending.id)


@atomic()
def send_hand_over(
    person_id: UUID, hand_over_id: UUID, sending_id: UUID, address_of: AddressOf, lasts: timedelta, actor: Actor
) -> str:
    """Send it as the person saw it. Returns the link's token, of which only the hash is kept.

    With an e-mail address the link goes there; without one, a member prints it or reads it out. Raises Conflict where
    the person has not said yes, or anything in it has changed since, or nothing may go out.
    """
    with changing("send_hand_over", person_id, hand_over_id, actor) as hand_over:
        sending = sending_in(hand_over, sending_id)
        sending.require(SendingState.READY)
        return _send(hand_over, sending, address_of, lasts, actor)


@atomic()
def resend_hand_over(
    person_id: UUID, hand_over_id: UUID, sending_id: UUID, address_of: AddressOf, lasts: timedelta, actor: Actor
) -> tuple[HandOverSending, str]:
    """The same again by a new link, to the same receiver; the old link ends. The person's yes was to these words."""
    with changing("resend_hand_over", person_id, hand_over_id, actor) as hand_over:
        before = sending_in(hand_over, sending_id)
        if before.state not in (SendingState.OPEN, SendingState.LATE):
            before.require(SendingState.OPEN)
        again = _copy(before, actor)
        hand_over.sendings.append(again)
        db.session.flush()
        return again, _send(hand_over, again, address_of, lasts, actor)


def require_still_so(hand_over: HandOver, sending: HandOverSending) -> None:
    """Raise Conflict where the text would read otherwise if it were put together now."""
    if not is_still_so(hand_over, sending):
        raise Conflict(CHANGED)


def is_still_so(hand_over: HandOver, sending: HandOverSending) -> bool:
    """Whether the text would still read just so. Anything that the person changed since makes it read otherwise."""
    return telling(facts_for(hand_over), Picked.from_json(sending.picked)) == sending.text


def _send(hand_over: HandOver, sending: HandOverSending, address_of: AddressOf, lasts: timedelta, actor: Actor) -> str:
    require_chosen(hand_over.destination)
    _require_may_go(sending)
    require_still_so(hand_over, sending)
    for each in hand_over.sendings:
        if each is not sending and each.state in (SendingState.OPEN, SendingState.LATE):
            replace(each, actor)
    token = secrets.token_urlsafe(32)
    sending.sent_at, sending.token_hash = now(), hash_of_token(token)
    sending.ends_at = sending.sent_at + lasts
    if sending.to_email:
        sending.message_id = put_link_in_outbox(sending, address_of(token), actor)
    question = hand_over.open_question
    if question is not None and Picked.from_json(sending.picked).question == question.words:
        question.dealt_with_at = now()
    mark_as_shared(hand_over, sending, actor)
    return token


def _require_may_go(sending: HandOverSending) -> None:
    if death_of(sending.person_id):
        raise Conflict("We have heard that this person has died. Nothing goes out any more.")
    if sending.to_email and (why_not := why_nothing_goes(sending.person_id)):
        raise Conflict(why_not)


def _copy(before: HandOverSending, actor: Actor) -> HandOverSending:
    again = HandOverSending(
        person_id=before.person_id,
        hand_over_id=before.hand_over_id,
        to_name=before.to_name,
        to_email=before.to_email,
        from_team=before.from_team,
        call_us=before.call_us,
        text=before.text,
        picked=before.picked,
        agreed_at=before.agreed_at,
        agreed_how=before.agreed_how,
        answer=None,
        openings=[],
    )
    again.sign(actor)
    return again
