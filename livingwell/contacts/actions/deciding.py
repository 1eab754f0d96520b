"""What a member decides about a message: the person is asked for first, then the outbox does it."""

from uuid import UUID

from livingwell.contacts.actions.following import follow_delivery
from livingwell.contacts.actions.judging import require_reach
from livingwell.contacts.models import Letter
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, NotFound
from livingwell.delivery import actions as outbox
from livingwell.delivery.queries import messages_about, states_of

WENT, DID_NOT_GO, AGAIN, PRINTED = "went", "did-not-go", "again", "printed"
DECISIONS = (WENT, DID_NOT_GO, AGAIN, PRINTED)


@atomic()
def decide(letter: Letter, decision: str, actor: Actor) -> None:
    """An e-mail went or did not go; something refused is tried again; a letter was printed and posted.

    Raises Conflict where the message has moved on, or nothing may go out to the person any more.
    """
    message_id = _standing_message(letter, actor)
    if decision in (AGAIN, DID_NOT_GO) and (why_not := why_nothing_goes(letter.person_id)):
        raise Conflict(why_not)
    if decision == PRINTED:
        outbox.mark_printed(message_id, actor)
    elif decision == AGAIN:
        outbox.put_back(message_id, actor)
    else:
        outbox.decide_unsure(message_id, decision == WENT, actor)
    follow_delivery(states_of([message_id])[message_id])


@atomic()
def cancel(letter: Letter, why: str, actor: Actor) -> None:
    """Never send it. Raises Conflict where it has gone or may have."""
    message_id = _standing_message(letter, actor)
    outbox.cancel_message(message_id, why, actor)


def _standing_message(letter: Letter, actor: Actor) -> UUID:
    """The message that carries the letter now: itself, or the one that took its place. Raises NotFound unsent."""
    require_reach(letter.person_id, actor)
    if letter.sending is None:
        raise NotFound
    first = letter.sending.message_id
    every = messages_about(letter.person_id)
    return next((each.id for each in every if each.in_place_of_id == first), first)
