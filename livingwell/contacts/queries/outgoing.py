"""Messages that need a member: to print, to decide about, to read what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager

from livingwell.contacts.models import Letter, LetterSending, Reply
from livingwell.contacts.queries.needs_member import is_supported
from livingwell.core.actor import Actor
from livingwell.delivery.models import Message
from livingwell.delivery.queries import messages_for_a_person, print_queue
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import ANYBODY, reach_of, within_reach

MOST = 50


@dataclass(frozen=True)
class OutgoingLetter:
    """A message that needs somebody, with the letter that it carries and the person."""

    message: Message
    letter: Letter
    person: Person


def letters_to_print(actor: Actor) -> list[OutgoingLetter]:
    """What waits for a member to print and post it, of everybody within the actor's reach: the oldest first."""
    return _with_letters(print_queue(_reached(actor)), actor)


def letters_needing(actor: Actor) -> list[OutgoingLetter]:
    """Messages that were refused or held back, or that may not have gone: the actor's own, and those to people whom
    the actor is key worker or peer for. At most three statements.
    """
    mine = db.session.scalars(_mine(), reach_of(actor)).all()
    return _with_letters(messages_for_a_person(mine), actor) if mine else []


def replies_waiting(actor: Actor) -> Sequence[tuple[Reply, Person]]:
    """What people answered and nobody has dealt with: to the actor, and from people whom the actor is key worker or
    peer for. The oldest first. One statement.
    """
    asked = select(LetterSending.letter_id).where(LetterSending.sent_by_id == ANYBODY.account_id)
    found = (
        select(Reply, Person)
        .join(Person, Person.id == Reply.person_id)
        .where(
            Reply.dealt_with_at.is_(None),
            or_(Reply.letter_id.in_(asked), is_supported()),
            within_reach(ANYBODY),
        )
        .order_by(Reply.came_at, Reply.id)
        .limit(MOST)
    )
    return [(reply, person) for reply, person in db.session.execute(found, reach_of(actor))]


def _reached(actor: Actor) -> Any:
    return select(Person.id).where(within_reach(actor))


@cache
def _mine() -> Select[UUID]:
    """The people to whom the actor has written, or whom the actor supports."""
    written_to = select(LetterSending.person_id).where(LetterSending.sent_by_id == ANYBODY.account_id)
    return select(Person.id).where(or_(Person.id.in_(written_to), is_supported()), within_reach(ANYBODY))


def _with_letters(messages: list[Message], actor: Actor) -> list[OutgoingLetter]:
    """Each message with its letter; a message that carries none is not among them."""
    firsts = {message.in_place_of_id or message.id: message for message in messages}
    if not firsts:
        return []
    found = (
        select(Letter, Person)
        .join(Letter.sending)
        .join(Person, Person.id == Letter.person_id)
        .where(LetterSending.message_id.in_(firsts), within_reach(actor))
        .options(contains_eager(Letter.sending))
    )
    told = [
        OutgoingLetter(firsts[letter.sending.message_id], letter, person)
        for letter, person in db.session.execute(found)
        if letter.sending
    ]
    return sorted(told, key=lambda each: (each.message.created_at, str(each.message.id)))
