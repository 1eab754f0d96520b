"""Letters that wait for a member to print and post them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from livingwell.contacts.models import Letter, LetterSending
from livingwell.core.actor import Actor
from livingwell.delivery.models import Message
from livingwell.delivery.queries import print_queue
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.reach import within_reach


@dataclass(frozen=True)
class OutgoingLetter:
    """A message to print, with the letter that it carries and the person."""

    message: Message
    letter: Letter
    person: Person


def letters_to_print(actor: Actor) -> list[OutgoingLetter]:
    """What waits for a member to print and post it, of everybody within the actor's reach: the oldest first."""
    return _with_letters(print_queue(_reached(actor)), actor)


def _reached(actor: Actor) -> Any:
    return select(Person.id).where(within_reach(actor))


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
